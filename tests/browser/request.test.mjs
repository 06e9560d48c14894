// Which request a page of the sign-in belongs to, in a real browser: who led the tab there, and whether it is out of the
// tab's history, only the page itself can tell.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "../stage/browser.mjs";
import { build } from "../stage/build.mjs";
import { stage as setStage, until } from "../stage/stage.mjs";

const ORIGIN = "https://login.microsoftonline.com";
const asks = (app) =>
  `${ORIGIN}/organizations/oauth2/v2.0/authorize?client_id=${app}&response_type=code&scope=openid&redirect_uri=https%3A%2F%2Fapp.mover.io%2Foauth`;
const MOVER = asks("d62121f3-e023-4972-b6b0-794190c0fd98");
const OTHER = asks("11111111-2222-4333-8444-555555555555");
const FOR_ALL = `${ORIGIN}/organizations/adminconsent?client_id=11111111-2222-4333-8444-555555555555&redirect_uri=https%3A%2F%2Fportal.azure.com%2FTokenAuthorize`;
const consentAt = (path) => `${ORIGIN}/common/${path}`;
const CONSENT = `<!doctype html><html lang=en><title>Sign in</title><script>var $Config={"pgid":"ConvergedConsent"};</script>
  <form method=post action=/common/Consent/Set><div role=heading aria-level=1>Permissions requested</div>
  <input type=button id=idBtn_Back value=Cancel> <input type=submit name=idSIButton9 value=Accept></form>`;
const ELSEWHERE = "<!doctype html><title>Elsewhere</title><button>Open</button>";

const built = build();
let stage, browser;
before(async () => {
  stage = await setStage(built);
  browser = await launch({ browser: built.browser, extension: stage.extension, tenant: stage.tenant });
  const answer = (pattern, body, headers = {}) =>
    browser.context.route(pattern, (route) => route.fulfill({ contentType: "text/html", body, headers }));
  await answer(/^https:\/\/login\.microsoftonline\.com\//, CONSENT, {
    "referrer-policy": "strict-origin-when-cross-origin",
  });
  await answer(/^https:\/\/(attacker\.example|portal\.azure\.com)\//, ELSEWHERE);
  await until("our scripts to be registered", async () =>
    (await browser.worker()).evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length === 1),
  );
});
after(async () => {
  await browser?.close();
  await stage?.stop();
});

/** What is said of the tab that shows an address of the sign-in with that in it. */
const said = (part) =>
  until(`a card at ${part}`, async () => {
    const tabs = await (await browser.worker()).evaluate(() => chrome.tabs.query({}));
    const tab = tabs.find(({ url }) => url?.startsWith("https://login.") && url.includes(part));
    const { page, card } = (tab && (await browser.view())?.tabs[tab.id]) ?? {};
    return /consent/.test(page) && card?.glance && card;
  });
const isMovers = ({ glance }) => /right app/i.test(glance.text);
/** Opens a window from a page, and goes on to further addresses in it. */
async function opens(page, ...urls) {
  let popup;
  for (const url of urls) {
    const next = popup ? undefined : page.waitForEvent("popup");
    await page.evaluate((url) => void window.open(url, "sign-in", "width=500,height=600"), url);
    popup ??= await next;
    await popup.waitForURL(url);
    await said(url.slice(ORIGIN.length + 1));
  }
  return popup;
}

test("a sign-in that goes on by itself is about the app that its address named", async () => {
  const page = await browser.context.newPage();
  await page.goto(`${MOVER}&state=own`);
  assert.ok(isMovers(await said("state=own")));
  await page.evaluate(() => void (location.href = "/common/reprocess?ctx=own"));
  assert.ok(isMovers(await said("ctx=own")));
  await page.reload();
  assert.ok(isMovers(await said("ctx=own")));
  await page.close();
});

test("a page out of the tab's history is about no known app", async () => {
  const page = await browser.context.newPage();
  await page.goto(`${OTHER}&state=back`);
  await page.evaluate(() => void (location.href = "/common/reprocess?ctx=back"));
  assert.ok(!isMovers(await said("ctx=back")));
  await page.goto(`${MOVER}&state=forth`);
  assert.ok(isMovers(await said("state=forth")));
  await page.goBack();
  assert.ok(!isMovers(await said("ctx=back")));
  await page.reload();
  assert.ok(!isMovers(await said("ctx=back")));
  await page.goForward();
  assert.ok(isMovers(await said("state=forth")), "its own address names the app");
  await page.close();
});

for (const policy of ["unsafe-url", "no-referrer"])
  test(`a window that another site sends into another sign-in is about no known app: ${policy}`, async () => {
    const page = await browser.context.newPage();
    await page.goto("https://attacker.example/");
    await page.evaluate(
      (content) => document.head.append(Object.assign(document.createElement("meta"), { name: "referrer", content })),
      policy,
    );
    const popup = await opens(page, `${MOVER}&state=${policy}`, consentAt(`reprocess?ctx=${policy}`));
    assert.ok(!isMovers(await said(`ctx=${policy}`)));
    await popup.close();
    await page.close();
  });

test("a window of the portal's is nobody's link, and a window of another site's is", async () => {
  for (const [site, somebodys] of [
    ["https://portal.azure.com", false],
    ["https://attacker.example", true],
  ]) {
    const page = await browser.context.newPage();
    await page.goto(`${site}/`);
    const state = `state=by-${new URL(site).hostname}`;
    const popup = await opens(page, `${FOR_ALL}&${state}`);
    const { lines } = await said(state);
    assert.equal(
      lines.some(({ text }) => /came here from a link/i.test(text)),
      somebodys,
      site,
    );
    await popup.close();
    await page.close();
  }
});
