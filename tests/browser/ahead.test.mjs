// A page that the browser loads ahead of a person stands in no tab: nothing is said of it before it is shown.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { until } from "../stage/stage.mjs";
import { drawn, start } from "./content/harness.mjs";
import { page as html } from "./content/pages.mjs";

let stage;
before(async () => (stage = await start({ "/h/ahead": html("Ahead", "<h1>Ahead</h1>") }, { ahead: true })));
after(() => stage?.stop());

test("a page that is loaded ahead says hello once it is shown, and nothing before", async () => {
  const { page } = stage;
  await page.goto(`${stage.base}/h/ahead`);
  await page.evaluate(() => document.body.append("changed"));
  await drawn(page, 30);
  assert.deepEqual(await stage.worker.evaluate(() => globalThis.heard), []);
  await page.evaluate(() => document.dispatchEvent(new Event("prerenderingchange")));
  await until("the hello", async () => (await stage.heard("hello")).length > 0);
  assert.equal((await stage.heard("hello"))[0].url, `${stage.base}/h/ahead`);
});
