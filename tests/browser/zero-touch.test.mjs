// Zero-touch mode: no script of ours on the sign-in's hosts, the address alone, and words for what
// cannot be seen. And what else decides where we may look: a policy, the browser, the person.

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { noPolicy } from "../stage/browser.mjs";
import { build } from "../stage/build.mjs";
import { stage as setStage, until } from "../stage/stage.mjs";
import { browserOn } from "./company.mjs";

const SIGN_IN =
  "https://login.microsoftonline.com/birchwood.example/oauth2/v2.0/authorize?client_id=d62121f3-e023-4972-b6b0-794190c0fd98&response_type=code&scope=openid%20Sites.Manage.All&redirect_uri=https%3A%2F%2Fapp.mover.io%2Foauth";
const PERSONAL = "https://login.live.com/oauth20_authorize.srf?client_id=x";

const built = build();
let stage;
before(async () => (stage = await setStage(built)));
after(() => stage?.stop());

const open = (t, options) => browserOn(stage, t, options);

/** Answers the sign-in's hosts with an empty page: the address is what this is about. */
async function answer(browser) {
  await browser.context.route(/^https:\/\/login\./, (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Sign in</title><button>Next</button>" }),
  );
}

const registered = async (browser) =>
  (await browser.worker()).evaluate(async () =>
    (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id),
  );
const isRegistered = (browser, yes) =>
  until(`scripts to be registered: ${yes}`, async () => ((await registered(browser)).length === 1) === yes);
/** Chooses as a person does in the panel. */
const turn = async (browser, on) => {
  const panel = await browser.context.newPage();
  await panel.goto(`chrome-extension://${stage.extensionId}/face/panel.html`);
  await panel.locator("[data-part=settings] summary").click();
  await panel
    .locator("[data-part=settings] button", { hasText: on ? "Turn on zero-touch" : "Turn off zero-touch" })
    .click();
  await panel.close();
};
/** Whether a script of ours runs in a page, as the browser's own debugger tells. */
async function scriptsIn(page) {
  const cdp = await page.context().newCDPSession(page);
  const worlds = [];
  cdp.on("Runtime.executionContextCreated", ({ context }) => worlds.push(context.origin));
  await cdp.send("Runtime.enable");
  await cdp.detach();
  return worlds.filter((origin) => origin.startsWith("chrome-extension://")).length;
}
const tabOf = async (browser, page) => {
  await page.bringToFront();
  return (await browser.worker()).evaluate(
    async () => (await chrome.tabs.query({ active: true, currentWindow: true }))[0].id,
  );
};
const cardOn = async (browser, page) => {
  const tab = await tabOf(browser, page);
  return async () => (await browser.view())?.tabs[tab]?.card;
};

test("zero-touch mode begins and ends at run time: scripts go, an address stays, and they come back", async (t) => {
  const browser = await open(t);
  await answer(browser);
  await isRegistered(browser, true);
  const page = await browser.context.newPage();
  await page.goto(SIGN_IN);
  assert.equal(await scriptsIn(page), 1);

  await turn(browser, true);
  await isRegistered(browser, false);
  const fresh = await browser.context.newPage();
  await fresh.goto(SIGN_IN);
  assert.equal(await scriptsIn(fresh), 0);
  const card = await cardOn(browser, fresh);
  const said = await until("the card in the panel", card);
  assert.equal(said.id, "by-address");
  const text = said.lines.map((line) => line.text).join("\n");
  for (const word of ["Office 365 Mover", "birchwood.example", "Sites.Manage.All", "app.mover.io", "Not checked"])
    assert.ok(text.includes(word), `${word} in ${text}`);
  assert.equal(await fresh.locator("[data-consentry]").count(), 0);

  // What the browser does not tell the address of is nothing to speak of.
  await fresh.goto("about:blank");
  await until("the card to go", async () => !(await card()));

  await fresh.goto(SIGN_IN);
  await turn(browser, false);
  await isRegistered(browser, true);
  await until("the scripts in a page that was open", async () => (await scriptsIn(fresh)) === 1);
});

test("a personal account's page is known by its address, and no script of ours runs there", async (t) => {
  const browser = await open(t);
  await answer(browser);
  await isRegistered(browser, true);
  const page = await browser.context.newPage();
  await page.goto(PERSONAL);
  const tab = await tabOf(browser, page);
  await until("the page", async () => (await browser.view())?.tabs[tab]?.page === "personal-account");
  assert.equal(await scriptsIn(page), 0);
});

test("the first page of a browser that starts again is looked at from its beginning", async (t) => {
  const profile = await mkdtemp(join(tmpdir(), "consentry-again-"));
  t.after(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  const first = await open(t, { profile });
  await isRegistered(first, true);
  await first.close();
  const browser = await open(t, { profile });
  await answer(browser);
  const [page] = browser.context.pages();
  await page.goto(SIGN_IN);
  await until("our script", async () => (await scriptsIn(page)) === 1);
});

const no = noPolicy(built.browser);
const managed = (name, run) => test(name, no ? { skip: `no policy can be tried here: ${no}` } : {}, run);
const policy = (values, more = {}) => ({ "3rdparty": { extensions: { [stage.extensionId]: values } }, ...more });

managed("a policy begins zero-touch mode, and nobody ends it", async (t) => {
  const browser = await open(t, { policy: policy({ zeroTouch: true }) });
  await browser.shows("the settings", (view) => view.settings.lines[0]?.text.includes("Zero-touch mode is on"));
  assert.deepEqual(await registered(browser), []);
  const { settings } = await browser.view();
  assert.ok(!settings.actions.some(({ choice }) => choice.do === "zero_touch"));
  const locked = settings.fields.filter((field) => field.locked).map((field) => field.name);
  assert.deepEqual(locked, ["zeroTouch"]);
  assert.ok(settings.lines.some((line) => line.text.includes("zeroTouch")));
  await (await browser.worker()).evaluate(() => chrome.storage.local.set({ settings: '{"zeroTouch":false}' }));
  await (
    await browser.worker()
  ).evaluate(() => chrome.storage.local.set({ settings: '{"zeroTouch":false,"portal":"x"}' }));
  await browser.shows("the refusal", (view) => view.settings.news.some((line) => line.text.includes("portal")));
  assert.deepEqual(await registered(browser), []);
});

managed("a policy's values count one by one, and a wrong one is refused with a word", async (t) => {
  const wrong = { backend: "http://consentry.example", portal: "https://entra.microsoft.com", tickPolicy: "always" };
  const browser = await open(t, { policy: policy(wrong) });
  const view = await browser.shows("the refusals", (view) => view.settings.news.length === 2 && view);
  assert.match(view.settings.news.map((line) => line.text).join("\n"), /backend.*https[^]*tickPolicy.*forbid/);
  assert.equal(view.backend.address, stage.backend);
  assert.ok(view.settings.lines.some((line) => line.text.includes("portal")));
});

managed("where a policy bars every extension, the panel says so beside that page", async (t) => {
  const bars = { [stage.extensionId]: { runtime_blocked_hosts: ["*://login.microsoftonline.com"] } };
  const browser = await open(t, { policy: policy({}, { ExtensionSettings: bars }) });
  await answer(browser);
  const panel = await browser.context.newPage();
  await panel.goto(`chrome-extension://${stage.extensionId}/face/panel.html`);
  const page = await browser.context.newPage();
  await page.goto(SIGN_IN);
  const card = await cardOn(browser, page);
  const said = await until("the card", card);
  assert.equal(said.id, "barred");
  assert.equal(await scriptsIn(page), 0);
  await page.goto(built.entry);
  await until("another card", async () => (await card())?.id !== "barred");
});
