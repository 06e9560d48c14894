// The hold with the real core, on the sign-in's own host name: what it comes to when a page changes
// under it, is loaded again or left and come back to; and who may let a consent through.

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { drawn } from "./content/harness.mjs";
import { launch } from "../stage/browser.mjs";
import { build } from "../stage/build.mjs";
import { stage as setStage, until } from "../stage/stage.mjs";

const ORIGIN = "https://login.microsoftonline.com";
const ASKS = `${ORIGIN}/organizations/oauth2/v2.0/authorize?client_id=d62121f3-e023-4972-b6b0-794190c0fd98&response_type=code&scope=openid%20Sites.Manage.All&redirect_uri=https%3A%2F%2Fapp.mover.io%2Foauth`;
const PAGE = `<!doctype html><html lang=en><title>Sign in</title><script>var $Config={"pgid":"ConvergedConsent"};</script>
  <form id=f method=post action=/common/Consent/Set><div role=heading aria-level=1>Permissions requested</div>
  <p>Office 365 Mover</p><label id=l><input type=checkbox id=tick> Consent on behalf of your organization</label>
  <input type=button id=idBtn_Back value=Cancel> <input type=submit id=accept name=idSIButton9 value=Accept></form>`;
const KMSI = `<!doctype html><html lang=en><title>Sign in</title><script>var $Config={"pgid":"KmsiInterrupt"};</script>
  <form id=f method=post action=/kmsi><div role=heading>Stay signed in?</div>
  <label><input type=checkbox id=KmsiCheckboxField name=DontShowAgain> Don't show this again</label>
  <input type=button id=idBtn_Back value=No> <input type=submit id=idSIButton9 value=Yes></form>`;

const built = build();
let stage, browser, page, tab;
const posts = [];
before(async () => {
  stage = await setStage(built);
  browser = await launch({ browser: built.browser, extension: stage.extension, tenant: stage.tenant });
  await browser.context.route(/^https:\/\/login\.microsoftonline\.com\//, (route) => {
    const request = route.request();
    if (request.method() === "POST") posts.push(request.postData());
    const body = request.method() === "POST" ? "<title>Posted</title>" : request.url().includes("/kmsi") ? KMSI : PAGE;
    return route.fulfill({ contentType: "text/html", body });
  });
  await until("our scripts to be registered", async () =>
    (await browser.worker()).evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length === 1),
  );
  page = await browser.context.newPage();
  await page.bringToFront();
  tab = await (
    await browser.worker()
  ).evaluate(async () => (await chrome.tabs.query({ active: true, currentWindow: true }))[0].id);
});
after(async () => {
  await browser?.close();
  await stage?.stop();
});
beforeEach(() => void (posts.length = 0));

const view = async () => (await browser.view())?.tabs[tab];
const card = (id) => until(`the card ${id}`, async () => (await view())?.card?.id === id);
const says = (words) =>
  until(`the words ${words}`, async () => JSON.stringify((await view())?.card ?? "").includes(words));
const click = (what) => page.locator(what).click({ noWaitAfter: true });
/** Opens the question, selects its checkbox and waits until the core blocks. */
async function ask() {
  await page.goto("about:blank");
  await page.goto(ASKS);
  await until("the page to be known", async () => (await view())?.page === "consent-with-tick");
  await click("#tick");
  await card("consent-held");
}
let looks = 0;
/** Waits until the core has seen the page as it is now, and the page has the answer. */
async function lookAgain() {
  const word = `Look ${++looks}`;
  await page.evaluate(
    (word) => document.body.append(Object.assign(document.createElement("h2"), { textContent: word })),
    word,
  );
  await until("another look", async () =>
    (await browser.worker()).evaluate(
      async (word) => (await chrome.storage.session.get("session")).session?.includes(word),
      word,
    ),
  );
  await drawn(page, 3);
}
/** Sends what a content script of ours could send, were it made to. */
async function forge(message) {
  const cdp = await page.context().newCDPSession(page);
  const worlds = [];
  cdp.on("Runtime.executionContextCreated", ({ context }) => worlds.push(context));
  await cdp.send("Runtime.enable");
  const ours = worlds.find(({ origin }) => origin.startsWith("chrome-extension://"));
  const { result } = await cdp.send("Runtime.evaluate", {
    expression: `chrome.runtime.sendMessage(${JSON.stringify(message)})`,
    contextId: ours.id,
    awaitPromise: true,
    returnByValue: true,
  });
  await cdp.detach();
  return result.value;
}

test("a selected checkbox blocks Accept, and the card says that it did", async () => {
  await ask();
  await click("#accept");
  await says("was blocked");
  assert.deepEqual(posts, []);
});

for (const what of ["tick", "accept", "f"]) {
  test(`a page that replaces its ${what} is held before and after the next look`, async () => {
    await ask();
    await page.evaluate((id) => {
      const old = document.getElementById(id);
      old.replaceWith(old.cloneNode(true));
      document.getElementById("accept").click();
    }, what);
    assert.deepEqual(posts, []);
    await says("was blocked");
    await lookAgain();
    await page.evaluate(() => document.getElementById("accept").click());
    await page.evaluate(() => document.getElementById("f").requestSubmit());
    await page.evaluate(() => document.getElementById("f").submit());
    assert.deepEqual(posts, []);
    assert.equal(page.url(), ASKS);
  });
}

test("a page that is loaded again with its checkbox selected is blocked from the first moment", async () => {
  await ask();
  await page.reload();
  await page.evaluate(() => {
    document.getElementById("tick").checked = true;
    document.getElementById("accept").click();
  });
  await card("consent-held");
  await click("#accept");
  await says("was blocked");
  assert.deepEqual(posts, []);
});

test("a page that is left and come back to is held", async () => {
  await ask();
  await page.goto("about:blank");
  await page.goBack();
  await until("the page to be known", async () => (await view())?.page === "consent-with-tick");
  if (!(await page.locator("#tick").isChecked())) await click("#tick");
  await click("#accept");
  await says("was blocked");
  assert.deepEqual(posts, []);
});

test("a press that came before the core had looked is explained, and the next one counts", async () => {
  await page.goto("about:blank");
  await page.goto(`${ORIGIN}/kmsi`, { waitUntil: "commit" });
  await page.evaluate(() => {
    // The page's own script, in the task in which the box is there for the first time.
    const box = document.getElementById("KmsiCheckboxField").cloneNode();
    document.getElementById("KmsiCheckboxField").replaceWith(box);
    box.click();
    document.getElementById("idSIButton9").click();
  });
  await card("held-early");
  assert.deepEqual(posts, []);
  // A press counts once a person has had the time to see the page.
  await page.waitForFunction(() => {
    const [painted] = performance.getEntriesByName("first-contentful-paint");
    return painted && performance.now() > painted.startTime + 1000;
  });
  await click("#idSIButton9");
  await until("the page to be sent", () => posts.length === 1);
  await page.waitForFunction(() => document.title === "Posted");
});

test("a content script cannot let a consent through, begin anything, or speak for another page", async () => {
  await ask();
  const before = (await browser.view()).journeys;
  for (const message of [
    { chose: { do: "ask_release", tab } },
    { chose: { do: "release", tab } },
    { chose: { do: "zero_touch", on: true } },
    { chose: { do: "begin", profile: built.profile, role: "global-admin" } },
    { awake: true },
    { front: tab },
  ])
    assert.equal(await forge(message), null, JSON.stringify(message));
  assert.deepEqual((await browser.view()).journeys, before);
  await click("#accept");
  await says("was blocked");
  assert.deepEqual(posts, []);
  // What it says of another origin is not believed: the page stays what the browser says it is.
  await forge({ hello: { url: "https://app.mover.io/#consentry=0123456789abcdef0123" } });
  assert.notEqual((await view())?.page, "wizard-start");
  assert.equal(await forge({ saw: { url: "https://portal.azure.com/", controls: [] } }), null);
});

test("messages that are huge or make no sense are refused, and the page is still held", async () => {
  await ask();
  const url = ASKS;
  const control = {
    id: 1,
    role: "button",
    name: "x",
    attrs: {},
    disabled: false,
    visible: true,
    filled: false,
    within: [],
  };
  for (const message of [
    { saw: { url, controls: [{ ...control, name: "x".repeat(9_000_000) }] } },
    { saw: { url, controls: [{ ...control, id: -1 }] } },
    { saw: { url, controls: [{ ...control, id: 2 ** 40 }] } },
    { saw: { url, controls: [{ ...control, typed: "secret" }] } },
    { saw: { url, controls: "all" } },
    { saw: null },
    { hello: { url: 7 } },
    { held: "yes" },
    { unheard: "of" },
    "hello",
    null,
    [],
  ])
    assert.equal(await forge(message), null, JSON.stringify(message).slice(0, 80));
  await click("#accept");
  await says("was blocked");
  assert.deepEqual(posts, []);
});

test("two presses in our own card let a consent through, on this page alone", async () => {
  await ask();
  const panel = await browser.context.newPage();
  await panel.goto(`chrome-extension://${stage.extensionId}/face/panel.html#tab=${tab}`);
  await panel.locator("[data-do=ask_release]").click();
  await panel.locator("[data-do=release]").click();
  await panel.close();
  await page.bringToFront();
  await says("allow this consent");
  await click("#accept");
  await until("the page to be sent", () => posts.length === 1);
  await page.waitForFunction(() => document.title === "Posted");
  await ask();
  await click("#accept");
  await says("was blocked");
  assert.equal(posts.length, 1);
});

test("Yes to the organization's question holds Accept, and No lets it go", async () => {
  await ask();
  await page.evaluate(() => {
    document.getElementById("l").outerHTML =
      "<fieldset><legend>Consent on behalf of your organization?</legend><label><input type=radio name=all id=yes>Yes</label>" +
      "<label><input type=radio name=all id=no checked>No</label></fieldset>";
  });
  await card("consent-explained");
  await click("#yes");
  await click("#accept");
  await says("was blocked");
  assert.deepEqual(posts, []);
  await click("#no");
  await click("#accept");
  await until("the page to be sent", () => posts.length === 1);
  await page.waitForFunction(() => document.title === "Posted");
});

for (const hide of ["hidden", "aria-hidden", "inert"]) {
  test(`a checkbox that was selected and is ${hide} now blocks Accept`, async () => {
    await ask();
    await page.evaluate((hide) => document.getElementById("l").setAttribute(hide, true), hide);
    await lookAgain();
    await click("#accept");
    await says("was blocked");
    assert.deepEqual(posts, []);
  });
}

for (const [name, words] of [
  ["Cancel", "Accept"],
  ["Accept", "Cancel"],
]) {
  test(`a button that is called ${name} and reads ${words} is held`, async () => {
    await ask();
    await page.evaluate(
      ([name, words]) => {
        const odd = `<button id=odd name=idSIButton9 aria-label=${name}>${words}</button>`;
        document.getElementById("idBtn_Back").outerHTML = odd;
      },
      [name, words],
    );
    await lookAgain();
    await click("#odd");
    await says("was blocked");
    await page.evaluate(() => document.getElementById("odd").click());
    assert.deepEqual(posts, []);
  });
}

test("a second form with a copy of everything is held, before the next look and after it", async () => {
  await ask();
  await page.evaluate(() => {
    const copy = document.getElementById("f").cloneNode(true);
    copy.id = "g";
    document.body.append(copy);
    copy.querySelector("[type=checkbox]").checked = true;
    copy.querySelector("[type=submit]").click();
  });
  await until("it to be reported", async () => JSON.stringify((await view())?.card ?? "").includes("was blocked"));
  assert.deepEqual(posts, []);
  await lookAgain();
  await page.evaluate(() => document.querySelector("#g [type=submit]").click());
  await page.evaluate(() => document.querySelector("#f [type=submit]").click());
  assert.deepEqual(posts, []);
});
