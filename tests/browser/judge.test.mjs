/* global judge */
// The judge of the practice tenant: what counts as a wrong click. A page may take a control away in the moment
// of the press; that press meets nothing, and is no click on something else.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browserOn, company } from "./company.mjs";
import { until } from "../stage/stage.mjs";

const PLACE = { x: 640, y: 600 };

/** A page of the tenant's with a control in a known place, and the pointer on it. The page's clock stands. */
async function aimed(t) {
  const { stage } = await company(t);
  const page = await (await browserOn(stage, t)).context.newPage();
  await page.clock.install();
  await page.goto("https://app.mover.io/");
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.evaluate(({ x, y }) => {
    const control = document.createElement("button");
    control.id = "control";
    control.style = `position: fixed; left: ${x - 20}px; top: ${y - 20}px; width: 40px; height: 40px`;
    document.body.append(judge.know(control, { kind: "wizard" }));
  }, PLACE);
  await page.mouse.move(PLACE.x, PLACE.y);
  const pressed = async () => {
    const count = ({ clicks }) => clicks.right + clicks.wrong.length;
    const before = count(await stage.state());
    await page.mouse.down();
    await page.mouse.up();
    return until("a verdict", async () => {
      const state = await stage.state();
      return count(state) > before && state.clicks;
    });
  };
  const leave = () => page.evaluate(() => document.getElementById("control").remove());
  return { page, pressed, leave };
}

test("a press on a control that went in the same moment is no wrong click", async (t) => {
  const { pressed, leave } = await aimed(t);
  await leave();
  assert.deepEqual(await pressed(), { right: 1, traps: 0, wrong: [] });
});

test("a press where a control was a while ago is a wrong click", async (t) => {
  const { page, pressed, leave } = await aimed(t);
  await leave();
  await page.clock.runFor(200);
  assert.equal((await pressed()).wrong.length, 1);
});

test("a press on what took a control's place in the same moment is a wrong click", async (t) => {
  const { page, pressed, leave } = await aimed(t);
  await page.evaluate(({ x, y }) => {
    const other = document.createElement("button");
    other.style = `position: fixed; left: ${x - 20}px; top: ${y - 20}px; width: 40px; height: 40px; z-index: -1`;
    document.body.append(other);
  }, PLACE);
  await leave();
  assert.equal((await pressed()).wrong.length, 1);
});
