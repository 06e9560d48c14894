// The backend's pages of an organization's apps, as a person with the observer's app role uses them: by keyboard, in the
// practice tenant, with what axe-core finds on each.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";
import { build } from "../stage/build.mjs";
import { stage as setStage } from "../stage/stage.mjs";
import { browserOn } from "./company.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** After so many stops the keyboard has been everywhere. */
const STOPS = 150;

/** An organization whose observer has read it, and a browser. */
async function organization(t, scenario = "") {
  const apps = "observer = 'audit'\ngraph_apps = 160\ngraph_grants = 420\n";
  const stage = await setStage(build(), { scenario: apps + scenario, observer: true });
  t.after(stage.stop);
  await again(stage);
  const browser = await browserOn(stage, t);
  const page = await browser.context.newPage();
  return { stage, page, browser };
}

/** Lets the observer read once more. */
async function again(stage) {
  await stage.stopBackend();
  await stage.observe();
  await stage.startBackend();
}

/** Walks with Tab to the first thing of that kind, which must be marked when it has the focus. */
async function tabTo(page, selector) {
  for (let stops = 0; stops < STOPS; stops++) {
    await page.keyboard.press("Tab");
    const marked = await page.evaluate((selector) => {
      const active = document.activeElement;
      if (!active?.matches(selector)) return undefined;
      const { outlineStyle, outlineWidth } = getComputedStyle(active);
      return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
    }, selector);
    if (marked === undefined) continue;
    assert.ok(marked, `nothing marks the focus on ${selector}`);
    return;
  }
  assert.fail(`the keyboard never comes to ${selector}`);
}

/** Presses a key that leads to another page. */
const goOn = async (page, key = "Enter") => {
  await Promise.all([page.waitForNavigation(), page.keyboard.press(key)]);
};

/** Signs in by keyboard, under the account of the Global Administrator. */
async function signIn({ page, stage }) {
  await page.goto(`${stage.backend}/apps`);
  assert.match(page.url(), /\/sign-in$/);
  await faultless(page, "sign-in");
  await tabTo(page, "button.action");
  await goOn(page);
  const { upn } = (await stage.state()).accounts.find(({ role }) => role === "global-admin");
  await page.locator(`[data-pick="${upn}"]`).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.href.startsWith(stage.backend));
}

/** What axe-core finds in light and dark colors, and whether a narrow window has to be scrolled sideways. */
async function faultless(page, name) {
  await page.evaluate(axe);
  for (const colorScheme of ["dark", "light"]) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await page.evaluate(() => window.axe.run());
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html}`));
    assert.deepEqual(found, [], `${name}, ${colorScheme}`);
  }
  const { width, height } = page.viewportSize();
  for (const narrow of [320, 360]) {
    await page.setViewportSize({ width: narrow, height });
    const wide = await page.evaluate(() => document.scrollingElement.scrollWidth);
    assert.ok(wide <= narrow, `${name} is ${wide} wide in a window of ${narrow}`);
  }
  await page.setViewportSize({ width, height });
}

const rows = (page) => page.locator("tbody tr").count();
const texts = (page, selector) => page.locator(selector).allInnerTexts();
const found = async (page) => Number(/^(\d+) of \d+ apps$/.exec(await page.locator(".found p").innerText())[1]);

test("an admin signs in to the inventory, searches, filters, sorts, pages, and opens an app, by keyboard", async (t) => {
  const { page, stage } = await organization(t);
  await signIn({ page, stage });
  await faultless(page, "the list");
  const all = await found(page);
  assert.ok(all > 160);
  assert.equal(await rows(page), 50);
  const first = (await texts(page, "tbody a.name"))[0];

  await tabTo(page, "a[rel=next]");
  await goOn(page);
  assert.match(await page.locator(".pager span").innerText(), /^Page 2 of \d+$/);
  assert.ok(!(await texts(page, "tbody a.name")).includes(first));

  await page.goto(page.url().split("?")[0]);
  await tabTo(page, "select[name=filter]");
  await page.keyboard.type("High or");
  await tabTo(page, "select[name=sort]");
  await page.keyboard.type("Risk");
  await tabTo(page, "button.go");
  await goOn(page);
  const risks = await texts(page, "tbody td:nth-child(2)");
  assert.ok(risks.length > 0 && risks.every((risk) => /^(Critical|High)$/.test(risk.trim())), `${risks}`);
  assert.deepEqual(risks, [...risks].sort(), "the critical ones come first");
  assert.ok((await found(page)) < all);

  await page.goto(page.url().split("?")[0]);
  await tabTo(page, "input[type=search]");
  await page.keyboard.type("office 365");
  await goOn(page);
  assert.ok((await found(page)) < all);
  await page.goto(page.url().split("?")[0] + "?filter=for-everyone&sort=risk");
  await tabTo(page, "tbody a.name");
  await goOn(page);
  for (const heading of [
    "Findings",
    "Delegated permissions",
    "Application permissions",
    "People and groups",
    "History",
  ]) {
    assert.ok((await texts(page, "h2")).includes(heading), heading);
  }
  assert.ok((await texts(page, ".means")).length > 0, "what a permission allows is said in plain words");
  await tabTo(page, ".recipes summary");
  await page.keyboard.press("Enter");
  const commands = (await texts(page, "details[open] pre")).join("\n");
  assert.match(commands, /https:\/\/graph\.microsoft\.com\/v1\.0\/servicePrincipals\/[0-9a-f-]{36}\//);
  assert.match(commands, /Connect-MgGraph -TenantId/);
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
  await faultless(page, "one app");
});

test("what changed, what was exported, and who looked are there for an admin", async (t) => {
  const { page, stage } = await organization(t);
  await signIn({ page, stage });
  await stage.change({ graph_churn: 4 });
  await again(stage);
  await tabTo(page, ".places a[href$='/changes']");
  await goOn(page);
  assert.ok((await texts(page, "tbody th")).includes("Delegated permission granted"));
  await faultless(page, "the changes");

  await tabTo(page, ".places a");
  await goOn(page);
  for (const [format, has] of [
    ["csv", /App,Application ID,.*Report complete/],
    ["json", /"complete":true/],
    ["html", /Complete: every list was read to its end/],
    ["xlsx", /^PK/],
  ]) {
    await page.goto(page.url());
    await tabTo(page, `.exports a[href$='/${format}']`);
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    assert.match(download.suggestedFilename(), new RegExp(`^apps-[0-9a-f-]{36}\\.${format}$`));
    assert.match(await readFile(await download.path(), "latin1"), has);
  }

  await tabTo(page, ".places a[href$='/record']");
  await goOn(page);
  const looks = (await texts(page, "tbody td:nth-child(3)")).join("\n");
  for (const what of ["Sign-in", "List of apps", "Changes", "Export: csv", "Export: xlsx"]) {
    assert.ok(looks.includes(what), what);
  }
  await faultless(page, "the record");
  await tabTo(page, ".leave button");
  await goOn(page);
  assert.match(page.url(), /\/sign-in$/);
  await page.goto(`${stage.backend}/apps`);
  assert.match(page.url(), /\/sign-in$/, "the browser has forgotten the session");
});

test("who has no role sees nothing, and who may only look finds nothing to export", async (t) => {
  const { page, stage } = await organization(t, "observer_role = 'none'");
  await signIn({ page, stage });
  assert.match(await page.locator("main").innerText(), /Observer\.Read/);
  await faultless(page, "a refusal");
  await stage.change({ observer_role: "read" });
  await signIn({ page, stage });
  assert.equal(await page.locator(".exports").count(), 0);
  const base = page.url();
  for (const rest of ["/record", "/export/csv"]) {
    const answer = await page.goto(`${base}${rest}`);
    assert.equal(answer.status(), 403, rest);
  }
});

for (const [language, direction, word] of [
  ["de", "ltr", "Auf einen Blick"],
  ["he", "rtl", "במבט אחד"],
]) {
  test(`the inventory speaks ${language}`, async (t) => {
    const { page, stage } = await organization(t);
    await page.setExtraHTTPHeaders({ "accept-language": language });
    await signIn({ page, stage });
    assert.equal(await page.locator("html").getAttribute("dir"), direction);
    assert.ok((await texts(page, "h2")).includes(word));
    await faultless(page, `the list in ${language}`);
    await page.goto(page.url() + "?filter=for-everyone&sort=risk");
    await page.locator("tbody a.name").first().click();
    await faultless(page, `one app in ${language}`);
  });
}
