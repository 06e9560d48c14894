// Wrong turns have words, and a way back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { card, lights } from "../robot/light.mjs";
import { until } from "../stage/stage.mjs";
import { company, shown, walkUntil } from "./company.mjs";

/** What the card's lines say, as its own page shows them. */
const lines = async (robot, id) =>
  Object.values((await robot.browser.view()).tabs)
    .filter((tab) => tab.card?.id === id)
    .flatMap((tab) => tab.card.lines.map((line) => line.text))
    .join(" ");

/** Walks to the end of what is lit. */
const arrive = async (robot) => {
  const authorized = async () => (await robot.browser.view())?.journeys[0]?.status?.state.kind === "authorized";
  while (await robot.step(authorized));
};

test("a sign-in that ended without consent is said so, and can be tried again", async (t) => {
  const { robot: begin, stage } = await company(t);
  const robot = await begin("global-admin");
  const page = await walkUntil(robot, "consent");
  await page.getByRole("button", { name: "Cancel" }).click();
  // Who cancels has signed in to nothing: the backend gives no right to its status, so the page alone tells.
  const said = await shown(page, "the way to another try", (said) => said.id === "reauthorize");
  assert.match(said.title, /Sign in again/);
  assert.equal((await robot.browser.view()).journeys[0].status, null);
  assert.equal((await lights(page)).length, 1);
  assert.deepEqual((await stage.state()).grants, []);
});

test("an account that may not consent is told to take the admin's", async (t) => {
  const { robot: begin } = await company(t);
  const robot = await begin("global-admin", "user");
  const page = await walkUntil(robot, "approval");
  assert.match((await card(page)).text, /can't consent to/);
});

test("a window that was closed too early is noticed, and the journey arrives all the same", async (t) => {
  const { robot: begin } = await company(t);
  const robot = await begin("global-admin");
  const window = await walkUntil(robot, "admin-consent");
  await window.close();
  await until("words about the closed window", async () =>
    /checking Microsoft Graph/.test(await lines(robot, "grant")),
  );
  robot.acted.clear();
  await arrive(robot);
});

test("the same control for an application of the tenant's own is not lit", async (t) => {
  const { robot: begin, stage } = await company(t);
  const robot = await begin("global-admin");
  const page = await walkUntil(robot, "app-row");
  const { own_app_id: own } = await stage.state();
  await page.goto(`${stage.portal}/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/CallAnAPI/appId/${own}`);
  await page.getByRole("menuitem", { name: "Grant admin consent for Birchwood" }).waitFor();
  await robot.browser.shows("the page as what it is", (view) =>
    Object.values(view.tabs).some((tab) => tab.page === "registration-permissions"),
  );
  const said = await shown(page, "words on that page", (said) => !!said.text);
  assert.deepEqual(await lights(page), [], said.title);
});

test("a backend that does not answer is said so, the guide goes on, and nothing is called proven", async (t) => {
  const { robot: begin, stage } = await company(t);
  const robot = await begin("global-admin");
  await walkUntil(robot, "needs-admin");
  await stage.stopBackend("SIGKILL");
  await robot.browser.shows("trouble", (view) => /isn't responding/.test(view.backend.trouble ?? ""), 40);
  await walkUntil(robot, "admin-consent");
  assert.notEqual((await robot.browser.view()).journeys[0].status.state.kind, "authorized");
  await stage.startBackend();
  await arrive(robot);
});

test("Graph asking for pauses and a grant that spreads slowly end in the same place", async (t) => {
  const { walk } = await company(t, "propagation_s = 6\nthrottle = 4");
  const walked = await walk({ daring: false });
  assert.equal(walked.outcome, "authorized");
});

test("an error of Microsoft's sign-in is named with its number", async (t) => {
  const { robot: begin } = await company(t, '[fault]\nat = "authorize"\ncode = "AADSTS50105"');
  const robot = await begin("global-admin");
  const page = await walkUntil(robot, "error");
  const said = await card(page);
  assert.match(said.text, /Only assigned people/);
  assert.match(await lines(robot, "error"), /50105/);
});
