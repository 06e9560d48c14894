// The faces, in a real browser: every card and every state of the panel, for who sees light or
// dark, who hears the page, and who has only a keyboard.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { until } from "../stage/stage.mjs";
import { openPlace } from "./company.mjs";
import { start } from "./content/harness.mjs";
import { CARDS, FIRST_RUN, PANELS, PRACTICE, SETTINGS, view } from "./content/views.mjs";

const TAB = 7;
const COLORS = ["light", "dark"];
const PLACES = ["guide", "app", "activity"];

let stage;
let page;
let axe;
before(async () => {
  stage = await start({});
  page = stage.page;
  axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
});
after(() => stage?.stop());

const READY = { card: "[data-card]", panel: "[role=tab]", options: "[data-setting]", "first-run": "[data-way]" };

/** Opens a face as a page of its own, with all that opens open. */
async function open(face, shown, colorScheme = "light", place = "guide") {
  await stage.show(shown);
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize(face === "card" ? { width: 360, height: 560 } : { width: 380, height: 900 });
  await page.goto("about:blank");
  await page.goto(`chrome-extension://${stage.id}/face/${face}.html#tab=${TAB}&frame=0`);
  await page.waitForSelector(READY[face]);
  if (face === "panel") await openPlace(page, place);
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
}

/** What axe-core finds wrong, each with where and why. */
async function wrong() {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run());
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => [id, html, failureSummary]));
}

for (const color of COLORS) {
  for (const [name, card] of Object.entries(CARDS)) {
    test(`axe finds nothing wrong with the ${name} card in ${color} colours`, async () => {
      await open("card", view(TAB, card(TAB)), color);
      assert.deepEqual(await wrong(), []);
    });
    test(`axe finds nothing wrong with the panel over a ${name} card in ${color} colours`, async () => {
      await open("panel", view(TAB, card(TAB)), color);
      assert.deepEqual(await wrong(), []);
    });
  }
  for (const [name, shown] of Object.entries(PANELS)) {
    for (const place of PLACES) {
      test(`axe finds nothing wrong with ${place} in the panel: ${name}, in ${color} colours`, async () => {
        await open("panel", shown(TAB), color, place);
        assert.deepEqual(await wrong(), []);
      });
    }
  }
}

for (const color of COLORS) {
  test(`axe finds nothing wrong with the options in ${color} colours`, async () => {
    await open("options", view(TAB, null, { settings: SETTINGS }), color);
    assert.deepEqual(await wrong(), []);
  });
  for (const [name, shown] of Object.entries(FIRST_RUN)) {
    test(`axe finds nothing wrong with the first page with ${name} in ${color} colours`, async () => {
      await open("first-run", shown(TAB), color);
      assert.deepEqual(await wrong(), []);
    });
  }
  test(`axe finds nothing wrong with a card in practice in ${color} colours`, async () => {
    await open("card", PRACTICE(TAB), color);
    assert.match(await page.locator("[data-part=practice]").textContent(), /^Practice/);
    assert.deepEqual(await wrong(), []);
  });
}

for (const [name, shown] of Object.entries(PANELS)) {
  test(`nothing is cut off in a panel of 320 px: ${name}`, async () => {
    for (const place of PLACES) {
      await open("panel", shown(TAB), "light", place);
      await page.setViewportSize({ width: 320, height: 700 });
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, place);
    }
  });
}

test("nothing is cut off on the first page at 320 px and at 200 %, and the keyboard comes everywhere in order", async () => {
  await open("first-run", FIRST_RUN["a backend that does not answer"](TAB));
  for (const zoom of [1, 2]) {
    await page.setViewportSize({ width: 320 * zoom, height: 700 });
    await page.evaluate((zoom) => void (document.documentElement.style.zoom = zoom), zoom);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320 * zoom, `${zoom}`);
  }
  const all = await page
    .locator("button, input, code[tabindex]")
    .filter({ visible: true })
    .evaluateAll((found) => found.map((one) => one.dataset.do ?? one.localName));
  assert.deepEqual(all, ["open-panel", "input", "save", "allow", "code", "copy"]);
  assert.deepEqual(await reached(), all);
});

test("what Microsoft Graph cut short is said, with how many there are at least", async () => {
  const shown = view(TAB, null);
  const [journey] = structuredClone(shown.journeys);
  journey.status.exposure = { ...journey.status.exposure, assigned: ["Adele", "Sam"], incomplete: ["assigned"] };
  const words = {
    assigned: "Assigned:",
    "at-least": "at least",
    incomplete: "Incomplete:",
    "incomplete-why": "Only a part.",
    "list-assigned": "Which people and groups are assigned to the app",
  };
  await open("panel", { ...shown, journeys: [journey], language: "en", direction: "ltr", words }, "light", "app");
  const said = (text) => page.locator("[data-part=exposure] li", { hasText: text }).textContent();
  assert.match(await said("Assigned:"), /Assigned: Adele, Sam \(at least 2\)/);
  const short = await page.locator("[data-part=exposure] .listed").first().textContent();
  assert.match(short, /Incomplete:.*Which people and groups are assigned to the app.*Only a part\./);
});

test("a setting of the organization is locked, and says so to who cannot see it", async () => {
  await open("options", view(TAB, null, { settings: SETTINGS }));
  const field = page.locator("[data-setting=portal] input");
  assert.ok(await field.isDisabled());
  const described = (await field.getAttribute("aria-describedby")).split(" ");
  const words = await Promise.all(described.map((id) => page.locator(`#${id}`).textContent()));
  assert.match(words.join(" "), /Set by your organization/);
  assert.equal(await page.locator("[data-setting=portal] button").count(), 0);
});

test("of two connections the tab's own is shown, and a press on the other one chooses it", async () => {
  await open("panel", PANELS["two connections, and one about to be left"](TAB));
  const rows = page.locator("[data-part=connections] button");
  assert.deepEqual(await rows.evaluateAll((all) => all.map((one) => one.getAttribute("aria-current"))), ["true", null]);
  await stage.forget();
  await rows.nth(1).focus();
  await page.keyboard.press("Enter");
  await until("the choice", async () => (await stage.heard("chose")).length === 1);
  assert.deepEqual(await stage.heard("chose"), [{ do: "guide", journey: "j2", tab: TAB }]);
});

/** What is reached by pressing Tab until it comes round again. */
async function reached() {
  const names = [];
  for (;;) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => {
      const at = document.activeElement;
      if (at === document.body || at.dataset.reached) return null;
      at.dataset.reached = "yes";
      return at.dataset.do ?? at.localName;
    });
    if (name === null) return names;
    names.push(name);
  }
}

for (const [name, card] of Object.entries(CARDS)) {
  test(`every button of the ${name} card is reached by keyboard, in the order it is read`, async () => {
    await open("card", view(TAB, card(TAB)));
    const all = await page
      .locator("button, summary, code[tabindex]")
      .filter({ visible: true })
      .evaluateAll((found) => found.map((one) => one.dataset.do ?? one.localName));
    assert.ok(all.includes("hide"));
    assert.deepEqual(await reached(), all);
  });
}

test("a card's button is pressed by keyboard", async () => {
  await open("card", view(TAB, CARDS.warning(TAB)));
  await stage.forget();
  await page.locator("[data-do=ask_release]").focus();
  await page.keyboard.press("Enter");
  await until("the choice", async () => (await stage.heard("chose")).length === 1);
  assert.deepEqual(await stage.heard("chose"), [{ do: "ask_release", tab: TAB }]);
});

for (const name of ["warning", "alarm"]) {
  test(`the ${name} card is an alert dialog with its title as name, described by what it says first`, async () => {
    const card = CARDS[name](TAB);
    await open("card", view(TAB, card));
    const dialog = page.getByRole("alertdialog", { name: card.title, exact: true });
    assert.equal(await dialog.count(), 1);
    const described = await dialog.evaluate((one) =>
      one
        .getAttribute("aria-describedby")
        .split(" ")
        .map((id) => document.getElementById(id).textContent),
    );
    assert.ok(described.at(-1).includes(card.text));
    if (card.glance) assert.ok(described[0].includes(card.glance.text));
    assert.equal(described.length, card.glance ? 2 : 1);
  });
}

for (const name of ["step", "typing", "note", "approval", "done"]) {
  test(`a ${name} card is a region with its title as name`, async () => {
    const card = CARDS[name](TAB);
    await open("card", view(TAB, card));
    assert.equal(await page.getByRole("region", { name: card.title, exact: true }).count(), 1);
    assert.equal(await page.getByRole("alertdialog").count(), 0);
  });
}

test("a warning is said at once, and another card when there is time", async () => {
  const said = (how) => page.locator(`[data-live=${how}]`).textContent();
  await open("card", view(TAB, CARDS.done(TAB)));
  assert.match(await said("polite"), /^Authorized: 43 sites and 17 users/);
  assert.equal(await said("assertive"), "");
  // In the same page: a live region that was not there before is not heard.
  await stage.show(view(TAB, CARDS.warning(TAB)));
  await page.getByRole("alertdialog").waitFor();
  assert.match(await said("assertive"), /^Stop: this would consent/);
  assert.equal(await said("polite"), "");
});

test("more than three details fold into one that counts them, and three or fewer do not", async () => {
  await open("card", view(TAB, CARDS.warning(TAB)));
  assert.match(await page.locator("details.group > summary").textContent(), /\(4\)$/);
  assert.equal(await page.locator("details.group details").count(), 4);
  await open("card", view(TAB, CARDS.step(TAB)));
  assert.equal(await page.locator("details.group").count(), 0);
  assert.equal(await page.locator(".details > details").count(), 2);
});

test("a problem is shown with what to do, who can, and where", async () => {
  await open("panel", view(TAB, CARDS.step(TAB)));
  const problem = page.locator("[data-part=problem]");
  assert.match(await problem.textContent(), /Assign a license and check again\..*License Administrator.*AADSTS50105/);
  assert.match(await problem.getByRole("link").getAttribute("href"), /^https:/);
});

test("what is English in another language has its language said, in card and panel", async () => {
  const marked = (text) => `\u2066${text}\u2069`;
  const card = { ...CARDS.step(TAB), text: `Das heißt: ${marked("See files.")} Mehr nicht.` };
  await open("card", { ...view(TAB, card), language: "de", direction: "ltr", words: { copy: "Kopieren" } });
  const english = page.locator("#text [lang=en]");
  assert.deepEqual(await english.allTextContents(), ["See files."]);
  assert.equal(await page.locator("#text").textContent(), "Das heißt: See files. Mehr nicht.");
  // What the core could not tell in German it has marked.
  const shown = view(TAB, card);
  const [journey] = structuredClone(shown.journeys);
  const { problem } = journey.status.state;
  for (const part of ["title", "detail", "remedy"]) problem[part] = marked(problem[part]);
  journey.status.waiting.reason = marked(journey.status.waiting.reason);
  await open("panel", { ...shown, journeys: [journey], language: "de", direction: "ltr", words: { copy: "Kopieren" } });
  for (const text of ["The account has no", "Assign a license and check again.", "Graph asks for a pause"])
    assert.equal(await page.locator("[lang=en]", { hasText: text }).count(), 1, text);
  assert.equal(await page.locator("[data-part=exposure] [lang=en]").textContent(), "who is assigned");
});

test("moments are told in the language of the words around them", async () => {
  for (const [language, form] of [
    ["en", /Nov 2\d, 2026/],
    ["de", /2\d\.11\.2026/],
    ["ja", /2026\/11\/2\d/],
  ]) {
    await open("panel", { ...view(TAB, CARDS.step(TAB)), language, direction: "ltr", words: { proof: "Proof" } });
    assert.match(await page.locator("[data-part=proof]").textContent(), form, language);
  }
});

test("the panel's places are tabs: one stop for the Tab key, arrow keys within, and one place in sight", async () => {
  await open("panel", PANELS["two connections, and one about to be left"](TAB));
  const tabs = page.getByRole("tab");
  assert.deepEqual(await tabs.evaluateAll((all) => all.map((one) => one.tabIndex)), [0, -1, -1]);
  const inSight = () => page.getByRole("tabpanel").evaluateAll((all) => all.map((one) => one.id));
  await tabs.first().focus();
  for (const [key, place] of [
    ["ArrowRight", "app"],
    ["ArrowRight", "activity"],
    ["ArrowRight", "guide"],
    ["ArrowLeft", "activity"],
    ["Home", "guide"],
    ["End", "activity"],
  ]) {
    await page.keyboard.press(key);
    await page.locator(`[role=tab][data-place=${place}][aria-selected=true]:focus`).waitFor();
    assert.deepEqual(await inSight(), [`place-${place}`]);
  }
});

test("arrow keys follow the direction of reading", async () => {
  const shown = PANELS.practice(TAB);
  await open("panel", { ...shown, language: "he", direction: "rtl", words: { places: "חלקים" } });
  await page.getByRole("tab").first().focus();
  await page.keyboard.press("ArrowLeft");
  await page.locator("[role=tab][data-place=app]:focus").waitFor();
});

test("at most two buttons of a connection are in sight, and the others open", async () => {
  const shown = PANELS["two connections, and one about to be left"](TAB);
  const [journey] = structuredClone(shown.journeys);
  await open("panel", { ...shown, journeys: [{ ...journey, question: null }] });
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = false)));
  const all = [...journey.actions, ...journey.ways];
  const buttons = page.locator("section.journey .actions > button");
  assert.equal(await buttons.count(), all.length);
  assert.equal(await buttons.filter({ visible: true }).count(), 2);
  await page.locator("section.journey details.more > summary").click();
  assert.equal(await buttons.filter({ visible: true }).count(), all.length);
});

test("a step is one line, and who does it and how it is known are shown on demand", async () => {
  await open("panel", view(TAB, null));
  const done = page.locator("[data-step=begin]");
  const lines = () => done.locator("p").filter({ visible: true }).count();
  assert.equal(await lines(), 1);
  assert.equal(await page.locator("[data-step=grant] p").filter({ visible: true }).count(), 2);
  const fold = page.locator("[data-do=evidence]");
  assert.equal(await fold.getAttribute("aria-expanded"), "false");
  await fold.click();
  assert.equal(await lines(), 3);
  assert.equal(await fold.getAttribute("aria-expanded"), "true");
});

test("what is not known is said once, with what would make it known", async () => {
  const shown = view(TAB, null);
  const [journey] = structuredClone(shown.journeys);
  journey.status.exposure.unknown = [
    { what: "who is assigned", needs: "Application.Read.All" },
    { what: "who signed in", needs: "AuditLog.Read.All" },
    { what: "which permissions it has", needs: "Application.Read.All" },
  ];
  const words = { "not-known": "Unknown:", "known-by": "The observer can read this. Otherwise:" };
  await open("panel", { ...shown, journeys: [journey], language: "en", direction: "ltr", words }, "light", "app");
  const said = page.locator("[data-part=exposure] .listed", { hasText: "Unknown:" });
  assert.equal(await said.count(), 1);
  const items = (await said.locator("li").allTextContents()).map((item) => item.replace("•", ""));
  assert.deepEqual(items, ["who is assigned", "who signed in", "which permissions it has"]);
  const help = "The observer can read this. Otherwise: Application.Read.All, AuditLog.Read.All";
  assert.equal(await said.locator(".small").textContent(), help);
});

test("a card shows its title, what to stop for and one paragraph, and opens the rest", async () => {
  await open("card", view(TAB, CARDS.alarm(TAB)));
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = false)));
  const text = await page.locator("[data-card]").innerText();
  for (const shown of ["Do not accept this", "reported as malicious", "Requests 2 high-risk permissions"])
    assert.ok(text.includes(shown), shown);
  assert.ok(!text.includes("evil.example") && !text.includes("The tenant is yours"), text);
  await page.locator("details.rest > summary").click();
  assert.match(await page.locator("[data-card]").innerText(), /evil\.example/);
});

test("in a frame of two lines a card is a bar that says its title and opens it", async () => {
  await open("card", view(TAB, CARDS.alarm(TAB)));
  await page.setViewportSize({ width: 600, height: 64 });
  const bar = page.locator("[data-do=unfold]");
  assert.match(await bar.innerText(), /Do not accept this\s+.*This application ID was reported/s);
  assert.equal(await page.locator("[data-card]").isVisible(), false);
  assert.deepEqual(await wrong(), []);
  await bar.click();
  await page.locator("[data-card]").waitFor();
  await page.locator("[data-do=fold]").click();
  await bar.waitFor();
});
