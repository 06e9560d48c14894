// An app that nobody wrote a profile for: named in the panel, guided by its application ID alone, and proven by the
// organization's observer.

import assert from "node:assert/strict";
import { test } from "node:test";
import { card, cardFrame } from "../robot/light.mjs";
import { Journal, Robot } from "../robot/walk.mjs";
import { until } from "../stage/stage.mjs";
import { browserOn, company } from "./company.mjs";

/** Transfer Companion, as the practice tenant registers it. No profile knows it. */
const APP = "0b1f3c52-7f0e-4a4e-9d55-6a3c2a1e7b90";
const LINK = `https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=${APP}&response_type=code&scope=openid%20profile%20Sites.Manage.All`;
const LIST = "https://portal.azure.com/#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview";
const SCENARIO = ["observer = 'grants'", "companion_listed = true", "microsoft_apps_hidden = false", "lookalikes = 0"];

/** A Global Administrator in a browser of their own, before anything has begun. */
const arrives = async (t, stage, accounts) => {
  const browser = await browserOn(stage, t);
  // A sign-in that nobody saw begin names no app.
  const scripts = async () => (await chrome.scripting.getRegisteredContentScripts()).length;
  await until("the scripts of the sign-in", async () => (await browser.worker()).evaluate(scripts));
  const [actor, role] = ["global-admin", "global-admin"];
  const journal = new Journal();
  const robot = new Robot({ browser, stage, actor, role, account: accounts[role], journal, daring: false });
  return { browser, robot };
};

const panelOf = async (browser, stage) => {
  const panel = await browser.context.newPage();
  await panel.goto(`chrome-extension://${stage.extensionId}/face/panel.html`);
  return panel;
};

/** Names an app in the panel's field. */
const name = async (panel, text) => {
  const more = panel.locator("[data-part=begin] > details:not(.profile, [open]) > summary");
  if (await more.count()) await more.click();
  const any = panel.locator("[data-part=any-app]");
  if (!(await any.evaluate((details) => details.open))) await any.locator("> summary").click();
  await any.locator("input").fill(text);
  await any.locator("[data-do=name_app]").click();
  return any;
};

const newest = async (browser) => (await browser.view())?.journeys[0];
const state = async (browser) => (await newest(browser))?.status?.state.kind;

test("a pasted link is guided to its grant, found by the application ID, and proven as Microsoft lists it", async (t) => {
  const { stage, accounts } = await company(t, SCENARIO.join("\n"), { observer: true });
  const { browser, robot } = await arrives(t, stage, accounts);
  const panel = await panelOf(browser, stage);
  const any = await name(panel, LINK);
  await any.locator("[data-do=begin][data-role=global-admin]").click();
  await panel.locator("[data-journey] [data-do=connect]").click();

  // The sign-in goes to the observer, and nothing is read before it.
  const walkTo = async (done) => {
    while (await robot.step(done));
  };
  await walkTo(async () => (await state(browser)) === "needs_admin_consent");
  const { status } = await newest(browser);
  assert.deepEqual([status.profile, status.proof, status.asked.client_id], ["", "observer", APP]);
  assert.deepEqual(status.asked.delegated, ["Sites.Manage.All"]);
  assert.deepEqual(
    (await stage.state()).grants.filter((grant) => grant.client_id === APP),
    [],
  );

  // From the list of apps, where its row has the name that the observer told, and its ID.
  await robot.open(LIST);
  await walkTo(async () => (await state(browser)) === "granted");
  const steps = robot.journal.steps.map((step) => step.id);
  for (const id of ["app-row", "menu-permissions", "grant", "admin-consent"]) {
    assert.ok(steps.includes(id), `${id} in ${steps}`);
  }
  const granted = (await stage.state()).grants.filter((grant) => grant.client_id === APP);
  assert.equal(granted.length, 1);
  assert.match(granted[0].scope, /Sites\.Manage\.All/);

  // The last word: what is listed, who read it, and that nobody has used it.
  const isLast = ({ card }) => card?.id === "granted";
  await browser.shows("the last word", ({ tabs }) => Object.values(tabs).some(isLast));
  const { tabs } = await browser.view();
  assert.equal(Object.values(tabs).find(isLast).card.title, "Granted, as Microsoft lists it");
  const journey = panel.locator("[data-journey]");
  await journey.getByText("Read from Microsoft Graph by the observer of Birchwood.").waitFor();
  await journey.getByText("It isn't known whether the app works").waitFor();
  await journey.getByRole("button", { name: "See it in the portal" }).first().waitFor();
  assert.match(await panel.locator("[data-step=grant]").textContent(), /Listed by .*GET \/oauth2PermissionGrants/);

  // Whoever began it here may have it forgotten, although the sign-in has brought another bearer.
  await journey.locator("details.more > summary").click();
  await journey.locator("[data-do=ask_leave]").click();
  await journey.locator("[data-part=question] [data-do=leave]", { hasText: /delete/i }).click();
  await panel.locator("[data-part=deletion-notice] section").waitFor();
});

test("what names no app, an app of another cloud, one that is gone, and a backend without an observer are told apart", async (t) => {
  const { stage, accounts } = await company(t, "observer = 'grants'", { observer: true });
  const { browser, robot } = await arrives(t, stage, accounts);
  const panel = await panelOf(browser, stage);
  const error = panel.locator("[data-part=any-app] [role=alert]");
  await name(panel, "Contoso Backup");
  await error.getByText("This doesn't name one app.").waitFor();
  await name(panel, "ff8d92dc-3d82-41d6-bcbd-b9174d163620");
  await error.getByText("This app was reported as malicious").waitFor();

  const trouble = panel.locator("[data-part=trouble]");
  const connect = async (text) => {
    const any = await name(panel, text);
    await any.locator("[data-do=begin][data-role=global-admin]").click();
    await panel.locator("[data-journey] [data-do=connect]").click();
  };
  await connect(LINK.replace("microsoftonline.com", "microsoftonline.us"));
  await trouble.getByText("This link is of another Microsoft cloud.").waitFor();

  // It is not in the organization: the panel says so, and where it comes from.
  await name(panel, APP);
  await panel.locator("[data-part=any-app] [data-do=begin][data-role=global-admin]").click();
  await panel.locator("[data-journey] [data-do=connect]").click();
  while (await robot.step(async () => (await state(browser)) === "needs_admin_consent"));
  await panel.locator("[data-part=advice]", { hasText: "This app isn't in the organization." }).waitFor();

  const alone = await company(t);
  const other = await browserOn(alone.stage, t);
  const without = await panelOf(other, alone.stage);
  await name(without, APP);
  await without.locator("[data-part=any-app] [data-do=begin][data-role=global-admin]").click();
  await without.locator("[data-journey] [data-do=connect]").click();
  await without.locator("[data-part=trouble]").getByText("No observer reads this organization here.").waitFor();
});

test("from the consent card of an unknown app: two presses begin one sign-in, and the guide leads to its grant", async (t) => {
  const { stage, accounts } = await company(t, SCENARIO.join("\n"), { observer: true });
  const { browser, robot } = await arrives(t, stage, accounts);
  const page = await browser.context.newPage();
  await page.goto(LINK + `&redirect_uri=${encodeURIComponent(`${stage.backend}/oauth/callback`)}`);
  // What is selected within the first half second does nothing, so a person selects it again.
  await until("the consent page", async () => {
    if (await page.getByText("Permissions requested").count()) return true;
    await page.getByText(accounts["global-admin"]).first().click();
    return false;
  });
  await until("the card", async () => (await card(page))?.actions.some((action) => action.do === "name_app"));
  const button = (selector) => cardFrame(page).locator(selector);
  await button("[data-do=name_app]").click();
  await button("[data-do=begin][data-role=global-admin]").click();
  const windows = browser.context.pages().length;
  await button("[data-do=connect]").evaluate((connect) => (connect.click(), connect.click()));
  while (await robot.step(async () => (await state(browser)) === "needs_admin_consent"));
  assert.equal(browser.context.pages().length, windows + 1);
  const { journeys } = await browser.view();
  assert.deepEqual(
    journeys.map(({ profile }) => profile),
    [`app:${APP}`],
  );
  // Nothing was consented to on the page it came from.
  assert.deepEqual(
    (await stage.state()).grants.filter((grant) => grant.client_id === APP),
    [],
  );
  await page.close();
  await robot.open(LIST);
  while (await robot.step(async () => (await state(browser)) === "granted"));
  const granted = (await stage.state()).grants.filter((grant) => grant.client_id === APP);
  assert.equal(granted.length, 1);
});
