// After the grant: the app is closed to everybody but chosen people, in the order that locks nobody
// out. The robot follows the light there, too.

import assert from "node:assert/strict";
import { test } from "node:test";
import { cardFrame } from "../robot/light.mjs";
import { until } from "../stage/stage.mjs";
import { company } from "./company.mjs";

/** Who may use the app, only the person knows. */
async function choosesSomebody(page, said) {
  if (said.id !== "assign-people") return;
  for (const frame of page.frames()) {
    const box = frame.getByRole("dialog").getByRole("checkbox").first();
    // The panel may be closed by now.
    if (await box.isVisible().catch(() => false)) return box.check({ timeout: 2000 }).catch(() => {});
  }
}

for (const [how, scenario] of [
  ["toggles of Yes and No", ""],
  ["frames, folded menus and generated names", "blades_in_frames = true\nmenu_collapsed = true\nchurn_seed = 6"],
]) {
  test(`whoever limits the app to chosen people is led through it: ${how}`, async (t) => {
    const { walk, stage } = await company(t, scenario);
    const walked = await walk({ daring: false });
    const robot = walked.robots[0];
    robot.person = choosesSomebody;
    const wizard = robot.pages().find((page) => cardFrame(page));
    await cardFrame(wizard).locator("button[data-do=take]").click();
    const journey = async () => (await robot.browser.view())?.journeys[0];
    const left = (journey) => journey?.steps.some((step) => step.state === "current");
    await until("the steps that were taken", async () => left(await journey()));
    await robot.open(stage.portal);
    while (await robot.step(async () => !left(await journey())));

    const now = await stage.state();
    assert.equal(now.assignment_required, true);
    assert.ok(now.assigned.length > 0, "nobody is locked out");
    assert.deepEqual(now.clicks.wrong, []);
    const { order } = (await journey()).after.harden;
    assert.match(order[1].text, /as you said/);
    assert.match(order[2].text, /as Graph shows/);
  });
}
