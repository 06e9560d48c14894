// What a person sees first: a page that opens once after they installed the extension, and never where an
// organization did; what it says of the backend; and the sign on the extension's button.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { noPolicy } from "../stage/browser.mjs";
import { build } from "../stage/build.mjs";
import { freePort, stage as setStage, until } from "../stage/stage.mjs";
import { browserOn, choose, loadAnew } from "./company.mjs";

const built = build();
let stage;
before(async () => (stage = await setStage(built, { firstRun: true })));
after(() => stage?.stop());

const folder = async (t) => {
  const dir = await mkdtemp(join(tmpdir(), "consentry-first-"));
  t.after(() => rm(dir, { recursive: true, force: true, maxRetries: 5 }));
  return dir;
};

/** The extension with other packaged settings, and with a line before its worker's first one. */
async function packaged(t, settings, line = "") {
  const dir = await folder(t);
  await cp(stage.extension, dir, { recursive: true });
  await writeFile(join(dir, "settings.json"), JSON.stringify({ portal: stage.portal, ...settings }));
  const worker = join(dir, "background.js");
  await writeFile(worker, `${line}\n${await readFile(worker, "utf8")}`);
  return dir;
}

const open = async (t, options) => browserOn(stage, t, options);
const inWorker = async (browser, act, argument) => (await browser.worker()).evaluate(act, argument);
/** How many such pages are open, as the browser tells the extension of its own pages. */
const pages = (browser) =>
  inWorker(
    browser,
    async () => (await chrome.tabs.query({ url: chrome.runtime.getURL("face/first-run.html") })).length,
  );
/** Waits until it is decided whether the page opens. */
const decided = (browser) =>
  until("the decision", () =>
    inWorker(browser, async () => (await chrome.storage.local.get("lasting")).lasting?.includes('"first_run":"over"')),
  );
const firstPage = (browser) =>
  until("the page", () => browser.context.pages().find((page) => page.url().endsWith("/face/first-run.html")));

test("installed by a person, the page opens once: not again when the worker ends, the browser restarts, or an update comes", async (t) => {
  const profile = await folder(t);
  const first = await open(t, { profile });
  const page = await firstPage(first);
  await page.locator("[data-way=begin]").waitFor();
  assert.equal(await page.locator("[data-way]").count(), 3);
  await first.kill();
  await choose(stage, first, { do: "begin", profile: built.profile, role: "global-admin" });
  await first.shows("the journey", ({ journeys }) => journeys.length === 1);
  assert.equal(await pages(first), 1);
  await page.close();
  await loadAnew(first);
  await first.shows("the journey after an update", ({ journeys }) => journeys.length === 1);
  assert.equal(await pages(first), 0);
  await first.close();

  const again = await open(t, { profile });
  await again.shows("the journey after a restart", ({ journeys }) => journeys.length === 1);
  await decided(again);
  assert.equal(await pages(again), 0);
});

test("a worker that ends before its module is loaded leaves the page to the next one", async (t) => {
  const extension = await packaged(t, { firstRun: true });
  const [module, away] = ["worker_bg.wasm", "away.wasm"].map((name) => join(extension, "worker", name));
  await rename(module, away);
  const browser = await open(t, { extension });
  await until("the note", () =>
    inWorker(browser, async () => (await chrome.storage.local.get("installed")).installed === '"install"'),
  );
  const page = await browser.context.newPage();
  await page.goto(stage.backend);
  await browser.kill();
  await rename(away, module);
  assert.equal(browser.context.pages().length, 2);
  // Any event starts the next worker.
  await choose(stage, browser, { do: "dismiss" });
  await (await firstPage(browser)).locator("[data-way=begin]").waitFor();
  await until("the note to be gone", () =>
    inWorker(browser, async () => !("installed" in (await chrome.storage.local.get("installed")))),
  );
  await browser.kill();
  await choose(stage, browser, { do: "dismiss" });
  await browser.shows("the next worker", ({ profiles }) => profiles.length > 0);
  assert.equal(await pages(browser), 1);
});

test("an update of a version that had no such page opens none", async (t) => {
  const browser = await open(t);
  await (await firstPage(browser)).close();
  await inWorker(browser, () => chrome.storage.local.set({ lasting: '{"journeys":[],"next":4}' }));
  await loadAnew(browser);
  await browser.shows("the new worker", ({ profiles }) => profiles.length > 0);
  const kept = await inWorker(browser, async () => JSON.parse((await chrome.storage.local.get("lasting")).lasting));
  assert.deepEqual([kept.next, kept.first_run], [4, "unknown"]);
  assert.equal(await pages(browser), 0);
});

const no = noPolicy(built.browser);
test("where an organization's policy sets something, nothing opens", no ? { skip: no } : {}, async (t) => {
  const policy = { "3rdparty": { extensions: { [stage.extensionId]: { reducedGuidance: true } } } };
  const browser = await open(t, { policy });
  await decided(browser);
  assert.equal(await pages(browser), 0);
});

test("where an organization installed it, or practice is packaged, nothing opens", async (t) => {
  // As the browser tells of what ExtensionInstallForcelist has installed.
  const line = 'chrome.management.getSelf = async () => ({ installType: "admin" });';
  for (const extension of [await packaged(t, {}, line), await packaged(t, { practice: true })]) {
    const browser = await open(t, { extension });
    await decided(browser);
    assert.equal(await pages(browser), 0);
    await browser.close();
  }
});

test("the panel opens beside the page at a press", async (t) => {
  const browser = await open(t);
  const page = await firstPage(browser);
  await page.locator("[data-do=open-panel]").click();
  const panels = () =>
    inWorker(browser, async () => (await chrome.runtime.getContexts({ contextTypes: ["SIDE_PANEL"] })).length);
  await until("the panel", async () => (await panels()) === 1);
});

/** A server that answers everything in the same way, to any page. */
async function answering(t, status, body) {
  const server = createServer((_, response) => {
    response.writeHead(status, { "access-control-allow-origin": "*", "content-type": "text/html" });
    response.end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => server.close());
  return `http://localhost:${server.address().port}`;
}

test("a backend's address is checked at once, and only a Consentry backend is called one", async (t) => {
  const browser = await open(t, { extension: await packaged(t, {}) });
  const page = await firstPage(browser);
  await page.locator("[data-part=verifies]", { hasText: "nothing is verified" }).waitFor();
  const answer = page.locator("[data-part=answer]");
  assert.equal((await answer.textContent()).trim(), "");
  const check = async (address) => {
    await page.locator("[data-way=backend] input").fill(address);
    await page.locator("[data-way=backend] [data-do=save]").click();
  };
  await check("consentry.example");
  await page.locator("[data-way=backend] [data-part=error]", { hasText: "https" }).waitFor();
  for (const other of [await answering(t, 200, "<h1>Welcome</h1>"), await answering(t, 404, "{}")]) {
    await check(other);
    await answer.locator("p", { hasText: `${other} is not a Consentry backend` }).waitFor();
  }
  const nobody = `http://localhost:${await freePort()}`;
  await check(nobody);
  await answer.locator("p", { hasText: `${nobody} isn't responding` }).waitFor();
  await page.locator("[data-part=verifies]", { hasText: "nothing is verified" }).waitFor();
  await check(stage.backend);
  await answer.locator("p.good", { hasText: `A Consentry backend answers at ${stage.backend}` }).waitFor();
  await page.locator("[data-part=verifies]", { hasText: "verified with Microsoft Graph" }).waitFor();
  // The same address is checked again, each time the button is selected.
  await stage.stopBackend();
  t.after(stage.startBackend);
  await check(stage.backend);
  await answer.locator("p", { hasText: `${stage.backend} isn't responding` }).waitFor();
});

test("access to the backend's host is asked for on the page, at a press and for that host alone", async (t) => {
  const browser = await open(t, { extension: await packaged(t, {}) });
  const page = await firstPage(browser);
  const asked = [];
  await page.exposeFunction("asked", (what) => void asked.push(what));
  await page.evaluate(() => {
    chrome.permissions.request = async (what) => (window.asked(what), false);
  });
  await page.locator("[data-way=backend] input").fill("https://consentry.example");
  await page.locator("[data-way=backend] [data-do=save]").click();
  const allow = page.locator("[data-way=backend] [data-do=allow]");
  await allow.waitFor();
  assert.deepEqual(asked, []);
  await allow.click();
  await until("the question", () => asked.length === 1);
  assert.deepEqual(asked[0], { origins: ["https://consentry.example/*"] });
});

const CONSENT = `https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize?client_id=d62121f3-e023-4972-b6b0-794190c0fd98&response_type=code&scope=openid%20Sites.Manage.All&redirect_uri=https%3A%2F%2Fapp.mover.io%2Foauth`;
const PAGE = `<!doctype html><html lang=en><title>Sign in</title><script>var $Config={"pgid":"ConvergedConsent"};</script>
  <form id=f method=post action=/common/Consent/Set><div role=heading aria-level=1>Permissions requested</div>
  <p>Office 365 Mover</p><label id=l><input type=checkbox id=tick> Consent on behalf of your organization</label>
  <input type=button id=idBtn_Back value=Cancel> <input type=submit id=accept name=idSIButton9 value=Accept></form>`;

test("the button says of the page in front that something is highlighted or blocked there, and nothing of others", async (t) => {
  const browser = await open(t, { extension: await packaged(t, { backend: stage.backend, firstRun: false }) });
  await browser.context.route(/^https:\/\/login\./, (route) => route.fulfill({ contentType: "text/html", body: PAGE }));
  await until("our scripts to be registered", () =>
    inWorker(browser, async () => (await chrome.scripting.getRegisteredContentScripts()).length === 1),
  );
  const tabOf = async (page) => {
    await page.bringToFront();
    return inWorker(browser, async () => (await chrome.tabs.query({ active: true, currentWindow: true }))[0].id);
  };
  const button = (tabId) =>
    inWorker(
      browser,
      async (tabId) => [await chrome.action.getBadgeText({ tabId }), await chrome.action.getTitle({ tabId })],
      tabId,
    );
  const shows = (tabId, sign) => until(`the sign "${sign}"`, async () => (await button(tabId))[0] === sign);
  const title = async (tabId) => (await browser.view()).tabs[tabId].card.title;

  const quiet = await browser.context.newPage();
  await quiet.goto("about:blank");
  const quietTab = await tabOf(quiet);
  await choose(stage, browser, { do: "begin", profile: built.profile, role: "global-admin" });

  const page = await browser.context.newPage();
  await page.goto(built.entry);
  const tab = await tabOf(page);
  await shows(tab, "•");
  assert.equal((await button(tab))[1], `Consentry: next step on this page. ${await title(tab)}`);

  // Another page in the same tab, with nothing to say until the checkbox is selected.
  await page.goto(CONSENT);
  await shows(tab, "•");
  await page.locator("#tick").click();
  await shows(tab, "!");
  const [, said] = await button(tab);
  assert.equal(said, `Consentry: warning on this page. ${await title(tab)}`);
  assert.match(said, /consent for everyone/);
  await page.locator("#tick").click();
  await shows(tab, "•");

  await page.goto("about:blank");
  await shows(tab, "");
  assert.ok(!(await button(tab))[1].includes("page"));
  assert.deepEqual((await button(quietTab))[0], "");
  assert.equal(await inWorker(browser, () => chrome.action.getBadgeText({})), "");

  // A worker that starts anew says the same of a page that is still there.
  await page.goto(CONSENT);
  await page.locator("#tick").click();
  await shows(tab, "!");
  await browser.kill();
  await page.reload();
  await shows(tab, "•");
  await page.locator("#tick").click();
  await shows(tab, "!");
});
