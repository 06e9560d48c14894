// By keyboard alone: every control that is lit can be reached and pressed, what is held stays held, the
// focus leaves the card again, and the card never hides what has the focus. The panel goes by keyboard, too.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Keyboard } from "../robot/keys.mjs";
import { lights } from "../robot/light.mjs";
import { until } from "../stage/stage.mjs";
import { company, shown, walkUntil } from "./company.mjs";

test("a global admin arrives by keyboard alone, and the card is never in the way of the focus", async (t) => {
  const { walk } = await company(t);
  const hand = new Keyboard();
  const walked = await walk({ hand });
  assert.equal(walked.outcome, "authorized");
  assert.equal(walked.wrong_clicks, 0);
  assert.equal(walked.guard.held, true);
  assert.equal(walked.guard.grants_made, 0);
  const { stops } = hand;
  assert.ok(stops.length > 30 && stops.some((stop) => stop.inCard), `${stops.length} stops`);
  assert.deepEqual(
    stops.filter((stop) => stop.hidden),
    [],
  );
});

test("in the sign-in's window the warning is read before Accept, and the focus reaches it first", async (t) => {
  const { robot: begin } = await company(t);
  const robot = await begin("global-admin");
  const page = await walkUntil(robot, "consent");
  const hand = new Keyboard();
  const box = await until("the box", async () => (await lights(page)).find((ring) => ring.kind === "avoid"));
  assert.ok(await hand.follow(page, box));
  const warned = await shown(page, "the warning", (said) => said.kind === "warning");
  assert.equal(warned.role, "alertdialog");
  const order = await page.evaluate(() => {
    const card = document.querySelector("[data-consentry]");
    return card.compareDocumentPosition(document.body) & Node.DOCUMENT_POSITION_FOLLOWING;
  });
  assert.ok(order, "all of the page follows the card");
  // Backwards from the box, the card comes before the page's beginning is left.
  const before = hand.stops.length;
  for (let n = 0; n < 40 && !hand.stops.slice(before).some((stop) => stop.inCard); n++) {
    await page.keyboard.press("Shift+Tab");
    await hand.stop(page);
  }
  const passed = hand.stops.slice(before);
  assert.ok(passed.at(-1)?.inCard, JSON.stringify(passed));
});

test("a connection is begun and left from the panel by keyboard alone", async (t) => {
  const { robot: begin, stage } = await company(t);
  const { browser } = await begin("global-admin");
  const panel = await browser.context.newPage();
  await panel.goto(`chrome-extension://${stage.extensionId}/face/panel.html`);
  const hand = new Keyboard();
  const presses = async (selector) => {
    await panel.locator(selector).first().waitFor();
    assert.ok(await hand.press(panel, selector), selector);
  };
  await presses("[data-profile] > summary");
  await presses("[data-profile][open] [data-do=begin][data-role=global-admin]");
  await browser.shows("the journey", ({ journeys }) => journeys.length === 1);
  await presses("section.journey details.more > summary");
  await presses("[data-do=ask_leave]");
  await presses("[data-part=leave] [data-do=stay]");
  await panel.locator("[data-part=leave]").waitFor({ state: "detached" });
  await presses("[data-do=ask_leave]");
  await presses("[data-part=leave] [data-do=leave]");
  await browser.shows("no journey", ({ journeys }) => journeys.length === 0);
});
