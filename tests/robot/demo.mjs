// The program behind `cargo xtask demo`: a stage, and on it a person or the robot.

import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { flags, launch } from "../stage/browser.mjs";
import { stage as setStage } from "../stage/stage.mjs";
import { endAtOnce, endWithParent, watched, watchedFolder } from "../stage/watched.mjs";
import { Keyboard } from "./keys.mjs";
import { walk } from "./walk.mjs";

const task = JSON.parse(process.argv[2]);
endAtOnce();
if (task.endsWithParent) endWithParent();
const scenario = task.scenario ? await readFile(task.scenario, "utf8") : "";
const said = /^\s*starter\s*=\s*"([a-z-]+)"/m.exec(scenario)?.[1];
const as = task.as ?? said ?? "global-admin";

if (!task.headless && process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
  console.error("There is no screen here. Let the robot walk: cargo xtask demo --headless --out DIR");
  process.exit(1);
}

const stage = await setStage(task, {
  scenarioFile: task.scenario,
  practice: true,
  language: task.language ?? undefined,
});
if (task.language) await stage.begin({ language: task.language });
const accounts = Object.fromEntries((await stage.state()).accounts.map(({ upn, role }) => [role, upn]));
try {
  if (task.headless) await follow();
  else await wait();
} finally {
  await stage.stop();
}

async function follow() {
  const browsers = [];
  const open = async () => {
    const browser = await launch({
      browser: task.browser,
      extension: stage.extension,
      tenant: stage.tenant,
      dark: task.dark,
    });
    browsers.push(browser);
    return browser;
  };
  try {
    const hand = task.keyboard ? new Keyboard() : undefined;
    const journey = await walk({ stage, open, entry: task.entry, as, accounts, out: task.out, hand });
    console.log(
      `${journey.outcome}: ${journey.sites} sites and ${journey.users} users, in ${journey.steps.length} steps`,
    );
    console.log(`proven by ${journey.verified_by.join(", ")}`);
    console.log(`written to ${join(task.out, "journey.json")}`);
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
  }
}

/** A browser for a person, until they close it. */
async function wait() {
  const profile = watchedFolder(await mkdtemp(join(tmpdir(), "consentry-profile-")));
  console.log("The practice tenant is running; nothing here touches a real one. Follow the light.");
  console.log("You are, without a password:");
  for (const [role, account] of Object.entries(accounts)) console.log(`  ${role.padEnd(18)} ${account}`);
  console.log("Close the browser to end.");
  const args = [...flags(stage.extension, stage.tenant), `--user-data-dir=${profile}`, "--start-maximized", task.entry];
  const browser = watched(spawn(task.browser, args, { stdio: "ignore" }));
  await new Promise((ended) => browser.once("exit", ended));
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}
