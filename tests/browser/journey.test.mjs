// The whole journey, walked by the robot that follows the light, on real processes.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { walk } from "../robot/walk.mjs";
import { launch } from "../stage/browser.mjs";
import { build } from "../stage/build.mjs";
import { stage as setStage } from "../stage/stage.mjs";

const built = build();
const open = [];
after(() => Promise.all(open.map((one) => one())));

/** Walks one journey and hands over what was written down about it. */
async function journey({ scenario = "", as = "global-admin", interrupt, daring } = {}) {
  const stage = await setStage(built, { scenario });
  open.push(stage.stop);
  const accounts = Object.fromEntries((await stage.state()).accounts.map(({ role, upn }) => [role, upn]));
  const browsers = [];
  const result = await walk({
    stage,
    accounts,
    as,
    entry: built.entry,
    daring,
    interrupt: interrupt && ((n, robot) => interrupt(n, robot, stage)),
    open: async () => {
      const browser = await launch({ browser: built.browser, extension: stage.extension, tenant: stage.tenant });
      browsers.push(browser);
      return browser;
    },
  }).finally(() => Promise.all(browsers.map((browser) => browser.close())));
  return { ...result, stage, state: await stage.state() };
}

const ids = (steps) => steps.map((step) => step.id);

test("a global admin arrives alone, and an organization-wide consent did not go through", async () => {
  const walked = await journey();
  assert.equal(walked.outcome, "authorized");
  assert.deepEqual([walked.users, walked.sites], [17, 43]);
  assert.deepEqual(walked.guard, { offered: true, ticked: true, held: true, released: false, grants_made: 0 });
  assert.ok(walked.verified_by.includes("GET /users/$count"));
  // The person's own consent, then the admin's: nothing was ever consented to by the tick.
  const consents = walked.state.consents.map((consent) => [consent.kind, consent.org_tick ?? false]);
  assert.deepEqual(consents, [
    ["user", false],
    ["admin", false],
  ]);
  assert.deepEqual(
    [...new Set(walked.steps.map((step) => step.seed_step))].sort(),
    ["1", "10", "2", "3", "4", "5", "6", "7", "8", "9"],
  );
});

test("the numbers are Graph's of this run", async () => {
  const walked = await journey({ scenario: "users = 230\nsites = 65\nportal = 'entra'\npropagation_s = 3\nthrottle = 2\n" });
  assert.deepEqual([walked.users, walked.sites], [230, 65]);
});

test("two people arrive together, one connecting and one granting, in browsers of their own", async () => {
  const walked = await journey({ as: "sharepoint-admin", scenario: "portal = 'entra'" });
  assert.equal(walked.outcome, "authorized");
  const actors = Object.fromEntries(walked.steps.map((step) => [step.id, step.actor]));
  assert.equal(actors["hand-over"], "sharepoint-admin");
  assert.equal(actors.grant, "global-admin");
  assert.equal(actors.done, "sharepoint-admin");
  const granted = walked.state.consents.find((consent) => consent.kind === "admin");
  assert.match(granted.account, /adele/);
});

test("the worker and the backend may be killed in the middle", async () => {
  const killed = [];
  const walked = await journey({
    daring: false,
    interrupt: async (n, robot, stage) => {
      if (n % 2 === 0) {
        await robot.browser.kill();
        killed.push("worker");
      }
      if (n === 3 || n === 9) {
        await stage.stopBackend("SIGKILL");
        await stage.startBackend();
        killed.push("backend");
      }
    },
  });
  assert.equal(walked.outcome, "authorized");
  assert.ok(killed.filter((one) => one === "worker").length > 4 && killed.includes("backend"), String(killed));
});

test("a long list with look-alikes, frames, folded menus and pages that are built anew lead nobody astray", async () => {
  const walked = await journey({
    daring: false,
    scenario: [
      "app_list_size = 120",
      "lookalikes = 4",
      "blades_in_frames = true",
      "menu_collapsed = true",
      "telemetry_names = false",
      "consent_form = 'div-role-checkbox'",
      "grant_control = 'command'",
      "churn_seed = 4",
      "rerender_every_ms = 900",
    ].join("\n"),
  });
  assert.equal(walked.outcome, "authorized");
  assert.ok(ids(walked.steps).includes("app-search"), "a list of a hundred is searched");
  assert.ok(ids(walked.steps).includes("menu-group"), "a folded group is opened first");
});

test("an app that the list's own filter hides is found by removing the filter", async () => {
  const walked = await journey({ daring: false, scenario: "microsoft_apps_hidden = true\nlanguage = 'ja'\ngrant_control = 'link'" });
  assert.equal(walked.outcome, "authorized");
  assert.ok(ids(walked.steps).includes("app-filter"));
});
