// After the grant: the app is closed to everybody but chosen people, in the order that locks nobody
// out. The robot follows the light there, too.

import assert from "node:assert/strict";
import { test } from "node:test";
import { harden, journeyOf } from "../robot/harden.mjs";
import { company } from "./company.mjs";

for (const [how, scenario] of [
  ["toggles of Yes and No", ""],
  ["options without roles, and generated names", "yes_no = 'picker-without-roles'\nchurn_seed = 6"],
  ["switches in frames", "yes_no = 'switch'\nblades_in_frames = 'all'"],
]) {
  test(`whoever limits the app to chosen people is led through it: ${how}`, async (t) => {
    const { walk, stage } = await company(t, scenario);
    const walked = await walk({ daring: false });
    const robot = walked.robots[0];
    await harden(robot, stage);

    const now = await stage.state();
    assert.equal(now.assignment_required, true);
    assert.ok(now.assigned.length > 0, "nobody is locked out");
    assert.deepEqual(now.clicks.wrong, []);
    const { order } = (await journeyOf(robot)).after.harden;
    assert.match(order[1].text, /according to you/);
    assert.match(order[2].text, /verified by Graph/);
  });
}
