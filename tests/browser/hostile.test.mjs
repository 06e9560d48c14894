// A page that lies changes nothing but what is honestly there.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { recognise } from "../robot/recognise.mjs";
import { card } from "../robot/light.mjs";
import { build } from "../stage/build.mjs";
import { until } from "../stage/stage.mjs";
import { company } from "./company.mjs";

const PERMISSIONS =
  "https://portal.azure.com/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/objectId/1c6e8fe3-62a1-495e-8740-18ee55c1dfac/appId/d62121f3-e023-4972-b6b0-794190c0fd98";

/** What is made of pages given as HTML. */
async function seen(t, pages) {
  const dir = await mkdtemp(join(tmpdir(), "consentry-pages-"));
  t.after(() => rm(dir, { recursive: true }));
  for (const [name, html] of Object.entries(pages)) {
    await writeFile(join(dir, `${name}.html`), html);
    await writeFile(join(dir, `${name}.json`), JSON.stringify({ url: PERMISSIONS, html: `${name}.html` }));
  }
  const found = {};
  await recognise({ ...build(), dir }, (name, one) => (found[name] = one));
  return found;
}

const names = (found) => found.would_light.map((one) => one.name);

test("ten megabytes of page hide nothing and light nothing", async (t) => {
  const grant = "<main><button>Grant admin consent for Birchwood</button></main>";
  const text = "<p>Grant admin consent for Birchwood</p>".repeat(260_000);
  const links = '<a href="#x">Grant admin consent for Birchwood</a>'.repeat(200_000);
  const found = await seen(t, { text: text + grant, links: `<nav>${links}</nav>${grant}` });
  assert.deepEqual([found.text.error, found.links.error], [undefined, undefined]);
  assert.deepEqual(names(found.text), ["Grant admin consent for Birchwood"]);
  // More controls than are looked at: what was not seen is not guessed.
  assert.deepEqual(names(found.links), []);
});

test("a page cannot speak to the extension, and its messages change nothing", async (t) => {
  const { robot: begin } = await company(t);
  const robot = await begin("global-admin");
  const [page] = robot.pages();
  await until("the first card", () => card(page));
  const before = await robot.browser.view();
  const reached = await page.evaluate((id) => {
    const message = { chose: { do: "begin", profile: "office-365-mover", role: "global-admin" } };
    window.postMessage(message, "*");
    window.dispatchEvent(new MessageEvent("message", { data: message }));
    return new Promise((resolve) => {
      if (!globalThis.chrome?.runtime?.sendMessage) return resolve("nobody to speak to");
      chrome.runtime.sendMessage(id, message, () => resolve(chrome.runtime.lastError?.message ?? "answered"));
    });
  }, robot.stage.extensionId);
  assert.notEqual(reached, "answered");
  assert.deepEqual((await robot.browser.view()).journeys, before.journeys);
});

test("the overlay cannot be read by the page", async (t) => {
  const { robot: begin } = await company(t);
  const robot = await begin("global-admin");
  const [page] = robot.pages();
  await until("the first card", () => card(page));
  const read = await page.evaluate(() => {
    const overlay = document.querySelector("[data-consentry]");
    return [overlay !== null, overlay.shadowRoot, overlay.textContent, document.querySelectorAll("iframe").length];
  });
  assert.deepEqual(read, [true, null, "", 0]);
});
