// The life of an extension beside its pages: it is replaced, its worker is stopped at every message, its
// storage is damaged or full, the backend or the whole network is away, access is taken from it, the machine
// sleeps. The journey goes on, nothing wrong is lit, and nothing that was held is let through.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { card, lights } from "../robot/light.mjs";
import { until } from "../stage/stage.mjs";
import { browserOn, choose, company, configured, loadAnew, shown, walkUntil } from "./company.mjs";

/** Begins a journey and goes to the first page that something is lit on. */
async function begun(t, scenario) {
  const { robot: begin, stage } = await company(t, scenario);
  const robot = await begin("global-admin");
  const [page] = robot.pages();
  await until("the first card", () => card(page));
  return { robot, stage, page, browser: robot.browser };
}

const storage = async (browser, area, change) =>
  (await browser.worker()).evaluate(([area, change]) => chrome.storage[area].set(change), [area, change]);

const BEGIN = { do: "begin", profile: "office-365-mover", role: "global-admin" };
const journeys = (browser, count) => browser.shows(`${count} journeys`, ({ journeys }) => journeys.length === count);

test("a worker that is stopped before each message loses no journey", async (t) => {
  const { stage, browser, page } = await begun(t);
  await browser.kill();
  await choose(stage, browser, BEGIN);
  await journeys(browser, 1);
  for (let n = 0; n < 3; n++) {
    await browser.kill();
    await page.reload();
    await until("a card after the worker was stopped", () => card(page));
    await journeys(browser, 1);
  }
});

test("storage that makes no sense is begun anew, and says nothing wrong", async (t) => {
  const { stage, browser, page } = await begun(t);
  await choose(stage, browser, BEGIN);
  await journeys(browser, 1);
  await storage(browser, "local", { lasting: '{"journeys":[{', bearers: "[]", settings: "nothing", pack: "x.y.z" });
  await storage(browser, "session", { session: '{"tabs":7}' });
  await browser.kill();
  await page.reload();
  await until("a card", () => card(page));
  await journeys(browser, 0);
  await choose(stage, browser, BEGIN);
  await journeys(browser, 1);
});

test("storage of a version that is not known yet is begun anew", async (t) => {
  const { stage, browser, page } = await begun(t);
  await storage(browser, "local", { lasting: '{"journeys":{"of":"another"},"chosen":5}' });
  await browser.kill();
  await page.reload();
  await until("a card", () => card(page));
  await choose(stage, browser, BEGIN);
  await journeys(browser, 1);
});

test("a browser whose storage is full guides on", async (t) => {
  const { stage, browser, page } = await begun(t);
  const worker = await browser.worker();
  const full = await worker.evaluate(async () => {
    const quota = chrome.storage.local.QUOTA_BYTES;
    const used = await chrome.storage.local.getBytesInUse(null);
    await chrome.storage.local.set({ filler: "x".repeat(quota - used - 200) });
    return chrome.storage.local.set({ more: "x".repeat(1000) }).then(
      () => false,
      () => true,
    );
  });
  assert.ok(full, "the storage takes more");
  await choose(stage, browser, BEGIN);
  await journeys(browser, 1);
  await page.reload();
  await until("a card", () => card(page));
});

test("a newer version of the extension takes the journey up where the older one left it", async (t) => {
  const { stage } = await company(t);
  const profile = await mkdtemp(join(tmpdir(), "consentry-life-"));
  t.after(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  const older = await browserOn(stage, t, { profile });
  await choose(stage, older, BEGIN);
  await journeys(older, 1);
  const [{ id }] = (await older.view()).journeys;
  await older.close();
  const file = join(stage.extension, "manifest.json");
  const manifest = JSON.parse(await readFile(file, "utf8"));
  await writeFile(file, JSON.stringify({ ...manifest, version: "99.0.0" }));
  const newer = await browserOn(stage, t, { profile });
  const version = await (await newer.worker()).evaluate(() => chrome.runtime.getManifest().version);
  assert.equal(version, "99.0.0");
  await choose(stage, newer, { do: "stay" });
  await newer.shows("the journey", ({ journeys }) => journeys.length === 1 && journeys[0].id === id);
});

test("an extension that is loaded anew leaves no light behind, and guides on from the next page", async (t) => {
  const { robot: begin } = await company(t);
  const robot = await begin("global-admin");
  const page = await walkUntil(robot, "grant");
  const [{ id }] = (await robot.browser.view()).journeys;
  await until("the light", async () => (await lights(page)).length > 0);
  await loadAnew(robot.browser);
  await until("no light", async () => (await lights(page)).length === 0 && !(await card(page)));
  await page.reload();
  await shown(page, "the same card again", (said) => said.id === "grant");
  assert.deepEqual(
    (await robot.browser.view()).journeys.map((journey) => journey.id),
    [id],
  );
});

test("while the extension is loaded anew no held consent goes through, and the box is warned of again", async (t) => {
  const { robot: begin, stage } = await company(t);
  const robot = await begin("global-admin");
  let page, tick, accept;
  const offered = async () => {
    for (page of robot.pages()) {
      const rings = await lights(page);
      tick = rings.find((ring) => ring.kind === "avoid");
      accept = rings.find((ring) => ring.kind !== "avoid" && ring.ask !== "none");
      if (tick && accept) return true;
    }
    return false;
  };
  while (await robot.step(offered));
  await robot.hand.follow(page, tick);
  await shown(page, "the hold", (said) => said.id === "consent-held");
  const anew = loadAnew(robot.browser);
  await page.mouse.click(accept.center.x, accept.center.y);
  await anew;
  // Which app had asked was told by an address before, and is forgotten with the old worker.
  await shown(page, "the warning", (said) => said.id === "consent-unnamed");
  assert.deepEqual((await stage.state()).consents, []);
});

test("while the backend is away a journey begins, and nothing is called proven", async (t) => {
  const { stage, browser } = await begun(t);
  await stage.stopBackend();
  await choose(stage, browser, BEGIN);
  await journeys(browser, 1);
  const { steps } = (await browser.view()).journeys[0];
  assert.ok(steps.length > 0 && steps.every(({ state }) => state !== "done"), JSON.stringify(steps));
  await stage.startBackend();
  await journeys(browser, 1);
});

test("two windows are guided apart, and what is put away in one stays in the other", async (t) => {
  const { browser, page, stage } = await begun(t);
  const opened = browser.context.waitForEvent("page");
  await (await browser.worker()).evaluate((url) => chrome.windows.create({ url }), page.url());
  const other = await opened;
  await shown(other, "a card in the other window", () => true);
  const tabs = async () =>
    Object.entries((await browser.view()).tabs)
      .filter(([, { card }]) => card)
      .map(([tab]) => Number(tab));
  const both = await until("two cards", async () => ((all) => all.length === 2 && all)(await tabs()));
  await choose(stage, browser, { do: "hide", tab: both[0] });
  await until("one card", async () => (await tabs()).length === 1);
  assert.deepEqual(await tabs(), [both[1]]);
});

test("a machine that slept for a day goes on where it was, and asks again", async (t) => {
  const { stage, browser, page } = await begun(t);
  await choose(stage, browser, BEGIN);
  await journeys(browser, 1);
  const before = (await lights(page)).length;
  // Nothing of a day's sleep is seen but a worker that is gone, and an alarm that is late.
  await browser.kill();
  await (
    await until("a worker", async () => {
      await page.reload();
      return browser.worker();
    })
  ).evaluate(() => chrome.alarms.create("late", { when: Date.now() - 24 * 60 * 60 * 1000 }));
  await journeys(browser, 1);
  await until("the same rings", async () => (await lights(page)).length === before);
});

test("access that is taken away in the middle is told, and given back nothing is lost", async (t) => {
  const { stage, browser, page } = await begun(t);
  await choose(stage, browser, BEGIN);
  await journeys(browser, 1);
  const withheld = (view) => JSON.stringify(view.settings?.news ?? []).includes("is turned off in the extension");
  await configured(stage, browser, { hostAccess: "ON_CLICK" });
  await browser.shows("the word about access", withheld);
  await journeys(browser, 1);
  await configured(stage, browser, { hostAccess: "ON_ALL_SITES" });
  await browser.shows("no word about access", (view) => !withheld(view));
  await page.reload();
  await until("the first card again", () => card(page));
  await journeys(browser, 1);
});

test("a browser that goes offline keeps the journey, and lights nothing where no page is", async (t) => {
  const { stage, browser, page } = await begun(t);
  await choose(stage, browser, BEGIN);
  await journeys(browser, 1);
  await browser.context.setOffline(true);
  await assert.rejects(page.reload(), /ERR_INTERNET_DISCONNECTED/);
  assert.deepEqual(await lights(page), []);
  await journeys(browser, 1);
  await browser.context.setOffline(false);
  await page.reload();
  await until("the first card again", () => card(page));
  await journeys(browser, 1);
});
