// In private windows the extension runs where a person allows it, and there is one of it for all windows
// (the manifest's "spanning", which is the default): the whole journey is walked in a private window, and
// nothing of it leads to another. Who only looks at pages there leaves nothing behind.

import assert from "node:assert/strict";
import { test } from "node:test";
import { card } from "../robot/light.mjs";
import { until } from "../stage/stage.mjs";
import { allowInPrivate, browserOn, company } from "./company.mjs";

/** A browser with an empty private window, and a page of the extension in an ordinary one. */
async function inPrivate(stage, t) {
  const browser = await browserOn(stage, t);
  const [blank] = browser.context.pages();
  await allowInPrivate(stage, browser);
  const panel = await browser.context.newPage();
  await panel.goto(`chrome-extension://${stage.extensionId}/face/panel.html`);
  await blank.close();
  const opened = browser.context.waitForEvent("page");
  await panel.evaluate(() => chrome.windows.create({ incognito: true, url: "about:blank" }).then(() => undefined));
  return { browser, panel, page: await opened };
}

const kept = (panel) => panel.evaluate(async () => JSON.parse((await chrome.storage.local.get("lasting")).lasting));
const tabs = (panel) =>
  panel.evaluate(async () => (await chrome.tabs.query({})).map(({ incognito, url }) => ({ incognito, url })));

test("a global admin arrives in a private window, and no page of Microsoft's opens in another", async (t) => {
  const { walk, stage } = await company(t);
  let panel;
  const open = async () => {
    const opened = await inPrivate(stage, t);
    panel = opened.panel;
    return opened.browser;
  };
  const walked = await walk({ open });
  assert.equal(walked.outcome, "authorized");
  assert.deepEqual(walked.guard, { offered: true, ticked: true, held: true, released: false, grants_made: 0 });
  assert.equal(walked.wrong_clicks, 0);
  const ordinary = (await tabs(panel)).filter(({ incognito }) => !incognito);
  assert.ok(ordinary.length > 0);
  assert.deepEqual(
    ordinary.filter(({ url }) => !url?.startsWith("chrome")),
    [],
  );
});

test("who only looks at pages in a private window leaves nothing behind", async (t) => {
  const { stage } = await company(t);
  const { browser, panel, page } = await inPrivate(stage, t);
  await page.goto("https://app.mover.io/");
  await until("the first card", () => card(page));
  await page.close();
  await browser.shows("no tab", ({ tabs }) => Object.keys(tabs).length === 0);
  // Whether the browser had said that it installed the extension before it started it anew is of no interest here.
  const about = await kept(panel);
  delete about.first_run;
  assert.deepEqual(about, { journeys: [], next: 0, chosen: null, offers: [] });
  assert.deepEqual(await panel.evaluate(async () => Object.keys(await chrome.storage.local.get())), ["lasting"]);
});
