// Nobody has set a backend: the panel says so, the guide goes on by the addresses of pages and what they show,
// and nothing of it is called proven.

import assert from "node:assert/strict";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { Journal, Robot } from "../robot/walk.mjs";
import { until } from "../stage/stage.mjs";
import { beginFrom, browserOn, company, walkUntil } from "./company.mjs";

/** An app without a wizard that would need the backend, by the application id of the one in the tenant. */
const profile = "avepoint-fly";
const PROFILES = {
  [profile]: { name: "Office 365 Mover", client_ids: ["d62121f3-e023-4972-b6b0-794190c0fd98"] },
  "office-365-mover": { client_ids: ["11111111-2222-4333-8444-555555555555"] },
};

/** The extension as it is packaged where nobody set a backend. */
async function unset(t, { extension, portal }) {
  const dir = await mkdtemp(join(tmpdir(), "consentry-unset-"));
  t.after(() => rm(dir, { recursive: true, force: true }));
  await cp(extension, dir, { recursive: true });
  await writeFile(join(dir, "settings.json"), JSON.stringify({ portal, profiles: PROFILES, firstRun: false }));
  return dir;
}

test("without a backend the panel says so, pages guide by themselves, and nothing is called proven", async (t) => {
  const { stage, robot: begin, accounts } = await company(t);
  // The app is in the organization already: somebody else has signed in to it.
  await walkUntil(await begin("sharepoint-admin"), "hand-over");

  const browser = await browserOn({ ...stage, extension: await unset(t, stage) }, t);
  const panel = await browser.context.newPage();
  await panel.goto(`chrome-extension://${stage.extensionId}/face/panel.html`);
  const journey = panel.locator("section.journey");
  const headline = (text) => journey.locator("[data-part=headline]", { hasText: text }).waitFor();
  await beginFrom(panel, profile);

  // That nobody set one is no trouble, and nobody is asked.
  await panel.locator("[data-part=no-backend]", { hasText: "No backend is set" }).waitFor();
  assert.equal(await panel.locator("[data-part=trouble]").count(), 0);
  assert.equal(await journey.locator("[data-do=connect]").count(), 0);
  await journey.locator("[data-do=unproven]").click();
  await headline("Guided without verification");
  await journey.locator("[data-do=say_done]").click();
  const step = (id, note) => journey.locator(`[data-step=${id}][data-state=done]`, { hasText: note }).waitFor();
  await step("connect", "Marked done by you; not verified");

  // No object id is known, so the way leads to the list of all apps, and by the light from there.
  await journey.locator("[data-do=go]").click();
  const portal = () => browser.context.pages().find((page) => page.url().startsWith(stage.portal));
  const opened = await until("the portal", portal);
  const robot = new Robot({
    browser,
    stage,
    actor: "global-admin",
    role: "global-admin",
    account: accounts["global-admin"],
    journal: new Journal(),
    daring: false,
  });
  const granted = async () => (await browser.view())?.journeys[0].steps.every(({ state }) => state === "done");
  while (await robot.step(granted));
  assert.ok(!opened.isClosed());
  await step("grant", "Seen on a page; not yet verified");
  await headline("Guided without verification");

  const { clicks, grants } = await stage.state();
  assert.deepEqual(clicks.wrong, []);
  assert.ok(grants.length > 1, "the tenant has the grant");
  const view = await browser.view();
  assert.deepEqual([view.journeys[0].status, view.journeys[0].after], [null, null]);
  assert.doesNotMatch(await panel.locator("main").textContent(), /Verified by|Graph shows|Graph returned/);
});
