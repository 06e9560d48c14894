// After the grant: the robot follows the light to where the app is closed to everybody but chosen people.

import { until } from "../stage/stage.mjs";
import { cardFrame } from "./light.mjs";

/** Who may use the app, only the person knows. */
async function choosesSomebody(page, said) {
  if (said.id !== "assign-people") return;
  for (const frame of page.frames()) {
    const box = frame.getByRole("dialog").getByRole("checkbox").first();
    // The panel may be closed by now.
    if (await box.isVisible().catch(() => false)) return box.check({ timeout: 2000 }).catch(() => {});
  }
}

/** The journey the robot is on. */
export const journeyOf = async (robot) => (await robot.browser.view())?.journeys[0];

/** Takes the steps up on the card of a robot that has arrived, and walks to their end. */
export async function harden(robot, stage) {
  robot.person = choosesSomebody;
  const wizard = robot.pages().find((page) => cardFrame(page));
  await cardFrame(wizard).locator("button[data-do=take]").click();
  const left = async () => (await journeyOf(robot))?.steps.some((step) => step.state === "current");
  await until("the steps that were taken", left);
  await robot.open(stage.portal);
  while (await robot.step(async () => !(await left())));
}
