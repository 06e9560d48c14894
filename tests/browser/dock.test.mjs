// On a consent page the card covers nothing that a person is to read or press: in windows of every size a
// pop-up has, zoomed or not, and in languages that need more room than English.

import assert from "node:assert/strict";
import { test } from "node:test";
import { cardFrame } from "../robot/light.mjs";
import { until } from "../stage/stage.mjs";
import { company, walkUntil } from "./company.mjs";

const WINDOWS = [
  [1920, 1080],
  [1440, 900],
  [1280, 860],
  [1024, 768],
  [900, 700],
  [800, 1000],
  [700, 900],
  [600, 760],
  [500, 820],
  [480, 720],
];

/** What a consent page has a person read and press. */
const READ = "h1,h2,[role=heading],.scopes li,[role=listitem],input[type=submit],input[type=button],.button";

/** The boxes of what is read, as far as the window shows them. */
const boxes = (page) =>
  page.evaluate(
    (read) =>
      [...document.querySelectorAll(read)].flatMap((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const what = (element.value || element.textContent).trim().slice(0, 40);
        return width && height ? [{ what, x, y, width, height }] : [];
      }),
    READ,
  );

const overlap = (a, b) =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

/** Where the card stands once it has come to rest. */
async function resting(page) {
  let last;
  return until("the card to rest", async () => {
    const box = await (await cardFrame(page)?.frameElement())?.boundingBox();
    const now = JSON.stringify(box);
    const same = box && now === last;
    last = now;
    await page.waitForTimeout(120);
    return same && box;
  });
}

for (const language of ["en", "de", "ja"]) {
  test(`the card covers nothing of a consent page in any window, in ${language}`, async (t) => {
    const { robot: begin } = await company(t, `language = "${language}"`, { language });
    const page = await walkUntil(await begin("global-admin"), "consent");
    const covered = [];
    for (const zoom of [1, 1.5])
      for (const [width, height] of WINDOWS) {
        await page.setViewportSize({ width: Math.round(width / zoom), height: Math.round(height / zoom) });
        await page.evaluate(() => scrollTo(0, 0));
        const card = await resting(page);
        const read = await boxes(page);
        assert.ok(read.length > 4, JSON.stringify(read));
        for (const box of read)
          if (overlap(card, box) > 0)
            covered.push(`${width}×${height} at ${zoom}: ${box.what} ${JSON.stringify([card, box])}`);
      }
    assert.deepEqual(covered, []);
  });
}

test("in the sign-in's pop-up the card is a bar that a person opens and closes", async (t) => {
  const { robot: begin } = await company(t);
  const page = await walkUntil(await begin("global-admin"), "consent");
  await page.setViewportSize({ width: 600, height: 760 });
  const height = async () => (await resting(page)).height;
  await until("the bar", async () => (await height()) <= 64);
  await cardFrame(page).locator("[data-do=unfold]").click();
  await until("the card", async () => (await height()) > 150);
  assert.ok(await cardFrame(page).locator("#text").isVisible());
  await cardFrame(page).locator("[data-do=fold]").click();
  await until("the bar again", async () => (await height()) <= 64);
  // With room beside the page's box it is a card again.
  await page.setViewportSize({ width: 1280, height: 860 });
  await until("the card", async () => (await height()) > 150);
  assert.ok(await cardFrame(page).locator("#text").isVisible());
});
