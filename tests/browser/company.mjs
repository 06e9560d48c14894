// A stage with people on it: what the end-to-end tests share.

import { Journal, Robot, walk } from "../robot/walk.mjs";
import { card } from "../robot/light.mjs";
import { launch } from "../stage/browser.mjs";
import { build } from "../stage/build.mjs";
import { stage as setStage, until } from "../stage/stage.mjs";

const built = build();

/** A browser on a stage, until the test ends. */
export async function browserOn(stage, t, options = {}) {
  const browser = await launch({
    browser: built.browser,
    extension: stage.extension,
    tenant: stage.tenant,
    ...options,
  });
  t.after(browser.close);
  return browser;
}

/** Sets a stage and ends it with the test. `settings` are the extension's, as a package has them. */
export async function company(t, scenario = "", settings = {}) {
  const stage = await setStage(built, { scenario, ...settings });
  t.after(stage.stop);
  const accounts = Object.fromEntries((await stage.state()).accounts.map(({ role, upn }) => [role, upn]));
  const open = () => browserOn(stage, t);
  return {
    stage,
    accounts,
    /** Walks a whole journey. */
    walk: (options) => walk({ stage, accounts, open, entry: built.entry, as: "global-admin", ...options }),
    /** A robot at the beginning of a journey, under the account of `account`. */
    robot: async (role, account = role) => {
      const browser = await open();
      const robot = new Robot({
        browser,
        stage,
        actor: role,
        role,
        account: accounts[account],
        journal: new Journal(),
      });
      await robot.open(built.entry);
      return robot;
    },
  };
}

/** Makes a choice as the panel does. */
export const choose = async (stage, browser, message) => {
  const panel = await browser.context.newPage();
  await panel.goto(`chrome-extension://${stage.extensionId}/face/panel.html`);
  await panel.evaluate((chose) => chrome.runtime.sendMessage({ chose }), message);
  await panel.close();
};

/** On the browser's own page of its extensions. */
async function onExtensionsPage(browser, change, argument) {
  const page = await browser.context.newPage();
  await page.goto("chrome://extensions");
  await page.evaluate(change, argument);
  await page.close();
}

/** Sets what a person sets of the extension on the browser's own page. */
export const configured = (stage, browser, settings) =>
  onExtensionsPage(browser, (change) => chrome.developerPrivate.updateExtensionConfiguration(change), {
    extensionId: stage.extensionId,
    ...settings,
  });

/** Lets the extension run in private windows; the browser starts it anew for that. */
export const allowInPrivate = (stage, browser) =>
  onExtensionsPage(
    browser,
    async (extensionId) => {
      const runs = async () => {
        const { incognitoAccess, views } = await chrome.developerPrivate.getExtensionInfo(extensionId);
        return incognitoAccess.isActive && views.length > 0;
      };
      await chrome.developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
      while (!(await runs())) await new Promise((next) => setTimeout(next, 20));
    },
    stage.extensionId,
  );

/** Loads the extension anew, as an update does: what runs in open pages is left without it. */
export async function loadAnew(browser) {
  // Without it, Chromium does not start an extension again that came by its command line.
  await onExtensionsPage(browser, () => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }));
  const next = browser.context.waitForEvent("serviceworker");
  // The worker that is asked does not live to answer.
  (await browser.worker()).evaluate(() => chrome.runtime.reload()).catch(() => {});
  await next;
}

/** Opens a place of the panel by its tab: `guide`, `app` or `activity`. */
export const openPlace = (panel, place) => panel.locator(`[role=tab][data-place=${place}]`).click();

/** Opens what is behind "More" in a part of the panel. */
export const openMore = (part) => part.locator("details.more:not([open]) > summary").first().click();

/** Opens an app in the panel's list, and begins with it as a Global Administrator. */
export async function beginFrom(panel, profile) {
  const app = panel.locator(`[data-profile=${profile}]`);
  await app.locator("> summary").click();
  await app.locator("[data-do=begin][data-role=global-admin]").click();
}

/** Lets a robot walk until a card with that id is shown, and hands over the page it is on. */
export async function walkUntil(robot, id) {
  let found;
  const there = async () => {
    for (const page of robot.pages()) if ((await card(page))?.id === id) return (found = page);
    return false;
  };
  while (await robot.step(there));
  return found;
}

/** Waits for a card and hands it over. */
export const shown = (page, what, check) =>
  until(what, async () => {
    const said = await card(page);
    return said && check(said) && said;
  });
