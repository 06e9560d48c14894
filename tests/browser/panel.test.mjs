// The panel as home, with the real core, backend and practice tenant: several connections, the ways
// out, what comes after the grant, the options, and the diagnosis.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { build } from "../stage/build.mjs";
import { stage as setStage, until } from "../stage/stage.mjs";
import { beginFrom, browserOn, company, openMore, openPlace, walkUntil } from "./company.mjs";

const built = build();
let stage;
before(async () => (stage = await setStage(built, { practice: true })));
after(() => stage?.stop());

const open = (t, options) => browserOn(stage, t, options);

/** A face as a page of its own; without a tab it stands beside itself. */
async function face(browser, id, name, tab) {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${id}/face/${name}.html${tab === undefined ? "" : `#tab=${tab}`}`);
  return page;
}

/** Walks to the end of what is lit. */
const arrive = async (robot) => {
  const authorized = async () => (await robot.browser.view())?.journeys[0]?.status?.state.kind === "authorized";
  while (await robot.step(authorized));
};

const stored = async (browser, key) =>
  (await browser.worker()).evaluate(async (key) => (await chrome.storage.local.get(key))[key], key);
const badge = async (browser) => (await browser.worker()).evaluate(() => chrome.action.getBadgeText({}));

test("after the grant the panel shows the undoing with this app's ids, gets the record, reminds, and forgets all of it when asked", async (t) => {
  const { robot: begin, stage } = await company(t);
  const robot = await begin("global-admin");
  await arrive(robot);
  const { browser } = robot;
  const panel = await face(browser, stage.extensionId, "panel");
  const { status, id } = (await browser.view()).journeys[0];

  // Proven by a call, with its time.
  const grant = panel.locator("[data-step=grant]");
  assert.match(await grant.textContent(), /Verified by .*GET \/users\/\$count\b.* · .*\d/);
  assert.equal(
    await panel.locator("[aria-current=step]").count(),
    (await browser.view()).journeys[0].steps.filter((step) => step.state === "current").length,
  );

  // Undo, three ways.
  await openPlace(panel, "app");
  const undo = panel.locator("details[data-recipe=grant]");
  await undo.locator("> summary").click();
  const commands = await undo.locator("code").allTextContents();
  assert.ok(
    commands.some((text) => text.includes(`/servicePrincipals/${status.app.object_id}/oauth2PermissionGrants`)),
  );
  assert.ok(commands.some((text) => text.includes(`Connect-MgGraph -TenantId ${status.tenant.id} `)));
  assert.equal(await undo.locator(".way").count(), 3);

  // The record, as a file.
  await openPlace(panel, "activity");
  for (const [recipe, ending] of [
    [/as JSON/, "json"],
    [/as a page/, "html"],
  ]) {
    await panel.getByRole("button", { name: recipe }).click();
    const link = panel.getByRole("link", { name: `.${ending})` });
    const [download] = await Promise.all([panel.waitForEvent("download"), link.click()]);
    const text = await readFile(await download.path(), "utf8");
    assert.equal(download.suggestedFilename(), `consentry-record-${status.id}.${ending}`);
    if (ending === "json") assert.equal(JSON.parse(text).connection, status.id);
    else assert.match(text, /^<!DOCTYPE html>/i);
  }

  // A day that has come is said by the button and by the panel, also after the worker was stopped.
  const day = panel.getByLabel("Date", { exact: true });
  await day.fill("2099-01-01");
  await panel.locator("[data-do=remind]").first().click();
  await panel.getByText("Reminder set").waitFor();
  assert.equal(await badge(browser), "");
  assert.ok(await (await browser.worker()).evaluate(() => chrome.alarms.get("remind")));
  await day.fill("2020-01-01");
  await panel.locator("[data-do=remind]").first().click();
  await until("the sign on the button", async () => (await badge(browser)) === "!");
  await openPlace(panel, "guide");
  await panel.locator("section.journey > .lines", { hasText: "It's time to revoke" }).waitFor();

  // Undone in the tenant: Microsoft is asked, and says so.
  await openPlace(panel, "app");
  const off = panel.locator("details[data-recipe=disable]");
  await off.locator("> summary").click();
  await stage.begin({ fault: { at: "token", code: "AADSTS7000112" } });
  await off.locator("[data-do=undone]").click();
  await browser.shows("the app to be off", ({ journeys }) => journeys[0].headline.text === "Revoked", 60);
  await off.locator("[data-part=found]", { hasText: "Disabled" }).waitFor();
  assert.equal(await badge(browser), "");

  // A second connection for the same app, told apart and switchable.
  await openPlace(panel, "guide");
  await panel.getByText("Connect something else").click();
  await beginFrom(panel, built.profile);
  const rows = panel.locator("[data-part=connections] button");
  await until("two connections", async () => (await rows.count()) === 2);
  assert.equal(await rows.nth(0).getAttribute("aria-current"), "true");
  assert.match(await rows.nth(1).textContent(), new RegExp(status.tenant.name));
  await openPlace(panel, "app");
  await panel.getByRole("button", { name: "Destination", pressed: false }).click();
  await panel.getByRole("button", { name: "Destination", pressed: true }).waitFor();
  await openPlace(panel, "guide");
  await rows.nth(1).press("Enter");
  await until(
    "the first one to be shown",
    async () => (await panel.locator("section.journey").getAttribute("data-journey")) === id,
  );

  // Leaving says what is lost first.
  assert.match(await stored(browser, "bearers"), new RegExp(status.id));
  await openMore(panel.locator("section.journey"));
  await panel.locator("[data-do=ask_leave]").click();
  const question = panel.locator("[data-part=leave]");
  assert.match(await question.textContent(), /loses access/);
  await question.locator("[data-do=stay]").click();
  await question.waitFor({ state: "detached" });
  await panel.locator("[data-do=ask_leave]").click();
  await question.locator("[data-do=leave]").click();
  await until("one connection", async () => (await browser.view()).journeys.length === 1);
  await until("its bearer to be gone", async () => !(await stored(browser, "bearers")).includes(status.id));
});

test("a connection that was made from the panel can be deleted at the backend from there", async (t) => {
  const browser = await open(t);
  const panel = await face(browser, stage.extensionId, "panel");
  await beginFrom(panel, built.profile);
  const { id } = await browser.shows("the journey", ({ journeys }) => journeys[0]);
  // As an app without a wizard begins one.
  await panel.evaluate((journey) => chrome.runtime.sendMessage({ chose: { do: "connect", journey } }), id);
  const { status } = await browser.shows("the connection", ({ journeys }) => journeys[0]?.status && journeys[0]);
  await openMore(panel.locator("section.journey"));
  await panel.locator("[data-do=ask_start_over]").click();
  await panel
    .locator("[data-part=start-over]")
    .getByRole("button", { name: /delete data/ })
    .click();
  const told = panel.locator("section[data-part=deleted]");
  await told.waitFor();
  assert.match(await told.textContent(), /Deleted: The connection/);
  const [again] = (await browser.view()).journeys;
  assert.notEqual(again.id, id);
  assert.equal(again.status, null);
  const answer = await fetch(`${stage.backend}/api/v1/connections/${status.id}`);
  assert.equal(answer.status, 401);
  await told.locator("[data-do=dismiss]").click();
  await told.waitFor({ state: "detached" });
});

test("journeys are there again in another tab, after the worker was stopped, and after a restart", async (t) => {
  const profile = await mkdtemp(join(tmpdir(), "consentry-kept-profile-"));
  t.after(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  const first = await open(t, { profile });
  const panel = await face(first, stage.extensionId, "panel");
  await beginFrom(panel, built.profile);
  await panel.locator("[data-journey]").waitFor();
  const other = await face(first, stage.extensionId, "panel");
  await other.locator("[data-step=connect][aria-current=step]").waitFor();
  await first.close();
  const again = await open(t, { profile });
  const later = await face(again, stage.extensionId, "panel");
  await later.locator("[data-step=connect][aria-current=step]").waitFor();
});

test("what a person sets counts at once, and what makes no sense is said beside its field", async (t) => {
  const browser = await open(t);
  const page = await face(browser, stage.extensionId, "options");
  const setting = (name) => page.locator(`[data-setting=${name}]`);
  await setting("portal").getByRole("textbox").fill("https://portal.example");
  await setting("portal").locator("[data-do=save]").click();
  const field = setting("portal").getByRole("textbox");
  await setting("portal").getByRole("alert").waitFor();
  assert.equal(await field.getAttribute("aria-invalid"), "true");
  const described = (await field.getAttribute("aria-describedby")).split(" ");
  assert.ok(described.includes(await setting("portal").getByRole("alert").getAttribute("id")));
  assert.equal(await stored(browser, "settings"), undefined);
  await field.fill("https://entra.microsoft.com");
  await field.press("Enter");
  await setting("portal").getByText("Saved").waitFor();
  await setting("tickPolicy").getByRole("combobox").selectOption("forbid");
  await setting("reducedGuidance").getByRole("checkbox").check();
  await setting("allowedClients").getByRole("textbox").fill("nonsense");
  await setting("allowedClients").locator("[data-do=save]").click();
  await setting("allowedClients").getByText("Not an application id: nonsense").waitFor();
  await until("all of it to be kept", async () =>
    ["https://entra.microsoft.com", "forbid", "true"].every(async (value) =>
      (await stored(browser, "settings")).includes(value),
    ),
  );
  assert.deepEqual(JSON.parse(await stored(browser, "settings")), {
    portal: "https://entra.microsoft.com",
    tickPolicy: "forbid",
    reducedGuidance: true,
  });
  await setting("tickPolicy").locator("[data-do=set]").click();
  await browser.shows(
    "the shipped value",
    ({ settings }) => settings.fields.find(({ name }) => name === "tickPolicy").text === "confirm",
  );
});

test("an application id that nobody else knows is entered in the panel, kept, and called unverified", async (t) => {
  const browser = await open(t);
  const panel = await face(browser, stage.extensionId, "panel");
  await beginFrom(panel, "avepoint-fly");
  const setting = panel.locator('[data-setting="client.avepoint-fly"]');
  const field = setting.getByRole("textbox", { name: "Application ID of AvePoint Fly" });
  await field.fill("AvePoint Fly");
  await field.press("Enter");
  await setting.getByRole("alert").filter({ hasText: "Copy all of it" }).waitFor();
  assert.equal(await field.getAttribute("aria-invalid"), "true");
  await field.fill("  11111111-2222-4333-8444-555555555555 ");
  await setting.getByRole("button", { name: "Save" }).click();
  const said = panel.locator("section.journey > .lines", { hasText: "It isn't verified" });
  await said.waitFor();
  assert.equal(await setting.getByRole("alert").count(), 0);
  assert.deepEqual(JSON.parse(await stored(browser, "settings")), {
    "client.avepoint-fly": "11111111-2222-4333-8444-555555555555",
  });
  // There again in another panel, and taken back from there.
  const other = await face(browser, stage.extensionId, "panel");
  assert.equal(
    await other.getByLabel("Application ID of AvePoint Fly").inputValue(),
    "11111111-2222-4333-8444-555555555555",
  );
  await other.locator('[data-setting="client.avepoint-fly"] [data-do=set]').click();
  await said.waitFor({ state: "detached" });
  assert.equal(await field.inputValue(), "");
});

test("the language is a person's choice, at once and on the page that offers it", async (t) => {
  const browser = await open(t);
  const page = await face(browser, stage.extensionId, "options");
  const choice = page.locator("[data-setting=language]").getByRole("combobox");
  const root = page.locator("html");
  assert.equal(await choice.inputValue(), "");
  await choice.selectOption("ja");
  await page.getByText("言語", { exact: true }).waitFor();
  assert.equal(await root.getAttribute("lang"), "ja");
  assert.equal(await choice.locator("option[value=he]").getAttribute("lang"), "he");
  await choice.selectOption("he");
  await until("the other direction", async () => (await root.getAttribute("dir")) === "rtl");
  await choice.selectOption("");
  await page.getByText("Same as browser", { exact: true }).first().waitFor({ state: "attached" });
  assert.deepEqual(JSON.parse(await stored(browser, "settings")), {});
});

test("a backend on another host has the browser asked for that host and no other", async (t) => {
  const browser = await open(t);
  const page = await face(browser, stage.extensionId, "options");
  const asked = [];
  await page.exposeFunction("asked", (what) => void asked.push(what));
  await page.evaluate(() => {
    chrome.permissions.request = async (what) => (window.asked(what), false);
  });
  const backend = page.locator("[data-setting=backend]");
  await backend.getByRole("textbox").fill("https://consentry.example");
  await backend.locator("[data-do=save]").click();
  await page.locator("[data-do=allow]").click();
  await until("the question", () => asked.length === 1);
  assert.deepEqual(asked[0], { origins: ["https://consentry.example/*"] });
});

test("practice is marked by a word on card, panel and options, and the trap is one of its lessons", async (t) => {
  const { robot: begin } = await company(t);
  const browser = await open(t);
  const panel = await face(browser, stage.extensionId, "panel");
  for (const name of ["panel", "options"]) {
    const page = await face(browser, stage.extensionId, name);
    assert.match(await page.locator("[data-part=practice]").textContent(), /^Practice/);
  }
  assert.match(await panel.locator("[data-part=practise]").textContent(), /Accept is blocked/);
  // Without the package's word nothing is marked, and the panel says how to practise.
  const robot = await begin("global-admin");
  const plain = await face(robot.browser, (await robot.browser.worker()).url().split("/")[2], "panel");
  await plain.locator("[data-part=practise] > summary").click();
  assert.match(await plain.locator("[data-part=practise]").textContent(), /cargo xtask demo/);
  assert.equal(await plain.locator("[data-part=practice]").count(), 0);
});

test("the diagnosis says why nothing is lit, and its test case holds no name", async (t) => {
  const { robot: begin, stage } = await company(t);
  const robot = await begin("global-admin");
  const page = await walkUntil(robot, "consent");
  const tab = Object.entries((await robot.browser.view()).tabs).find(([, tab]) => tab.card?.id === "consent")[0];
  const panel = await face(robot.browser, stage.extensionId, "panel", tab);
  await openPlace(panel, "activity");
  await panel.locator("[data-part=diagnostics] > summary").click();
  const copy = panel.locator("[data-do=copy-case]");
  await copy.waitFor();
  assert.match(await panel.locator("[data-part=diagnostics]").textContent(), /consent/);
  await panel.evaluate(() => document.addEventListener("copy", () => (window.copied = document.activeElement.value)));
  await copy.click();
  await panel.getByRole("button", { name: "Copied as a test case (redacted)" }).waitFor();
  const kept = JSON.parse(await panel.evaluate(() => window.copied));
  assert.ok(kept.case && kept.files, JSON.stringify(Object.keys(kept)));
  const text = JSON.stringify(kept);
  for (const secret of ["birchwood", "adele"]) assert.ok(!text.toLowerCase().includes(secret), secret);
  assert.ok(!page.isClosed());
});
