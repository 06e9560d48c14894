// The whole journey, walked by the robot that follows the light, on real processes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { company } from "./company.mjs";

const ids = (steps) => steps.map((step) => step.id);

test("a global admin arrives alone, and an organization-wide consent did not go through", async (t) => {
  const { walk, stage } = await company(t);
  const walked = await walk();
  assert.equal(walked.outcome, "authorized");
  assert.deepEqual([walked.users, walked.sites], [17, 43]);
  assert.deepEqual(walked.guard, { offered: true, ticked: true, held: true, released: false, grants_made: 0 });
  assert.ok(walked.verified_by.includes("GET /users/$count"));
  assert.equal(walked.wrong_clicks, 0);
  // The person's own consent, then the admin's: nothing was ever consented to by the checkbox.
  const consents = (await stage.state()).consents.map((consent) => [consent.kind, consent.org_tick ?? false]);
  assert.deepEqual(consents, [
    ["user", false],
    ["admin", false],
  ]);
  assert.deepEqual([...new Set(walked.steps.map((step) => step.seed_step))].sort(), [
    "1",
    "10",
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
    "8",
    "9",
  ]);
});

test("the numbers are Graph's of this run", async (t) => {
  const { walk } = await company(t, "users = 230\nsites = 65\nportal = 'entra'");
  const walked = await walk();
  assert.deepEqual([walked.users, walked.sites], [230, 65]);
});

test("two people arrive together, one connecting and one granting, in browsers of their own", async (t) => {
  const { walk, stage, accounts } = await company(t, "portal = 'entra'");
  const walked = await walk({ as: "sharepoint-admin" });
  assert.equal(walked.outcome, "authorized");
  const actors = Object.fromEntries(walked.steps.map((step) => [step.id, step.actor]));
  assert.equal(actors["hand-over"], "sharepoint-admin");
  assert.equal(actors.grant, "global-admin");
  assert.equal(actors.done, "sharepoint-admin");
  const granted = (await stage.state()).consents.map((consent) => [consent.kind, consent.account]);
  assert.deepEqual(granted, [
    ["user", accounts["sharepoint-admin"]],
    ["admin", accounts["global-admin"]],
  ]);
});

test("the worker and the backend may be killed in the middle", async (t) => {
  const killed = [];
  const { walk, stage } = await company(t);
  const walked = await walk({
    daring: false,
    interrupt: async (n, robot) => {
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

test("a long list with look-alikes, frames, folded menus and pages that are built anew lead nobody astray", async (t) => {
  const { walk } = await company(
    t,
    [
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
  );
  const walked = await walk({ daring: false });
  assert.equal(walked.outcome, "authorized");
  assert.equal(walked.wrong_clicks, 0);
  assert.ok(ids(walked.steps).includes("app-search"), "a list of a hundred is searched");
  assert.ok(ids(walked.steps).includes("menu-group"), "a folded group is opened first");
});

test("an app that the list's own filter hides is found by removing the filter", async (t) => {
  const { walk } = await company(t, "microsoft_apps_hidden = true\nlanguage = 'ja'\ngrant_control = 'link'");
  const walked = await walk({ daring: false });
  assert.equal(walked.outcome, "authorized");
  assert.ok(ids(walked.steps).includes("app-filter"));
});
