// The program behind `cargo xtask matrix --worker-ended`: the practice journey, again and again, while the
// extension's worker is ended at random moments. Right is: every walk arrives. The moments follow from a seed,
// which is printed with what went wrong.

import { launch } from "../stage/browser.mjs";
import { stage as setStage } from "../stage/stage.mjs";
import { Journal, walk } from "../robot/walk.mjs";
import { random } from "./pairs.mjs";
import { person } from "./person.mjs";

/** How long a worker lives at least and at most before it is ended, in milliseconds. */
const SHORTEST_MS = 20;
const LONGEST_MS = 6000;

/** Ends the worker of a browser again and again until it is told to stop. */
function ending(browser, chance) {
  let over = false;
  let times = 0;
  const run = async () => {
    while (!over) {
      // Short lives are as likely as long ones: most of what can go wrong takes a few milliseconds.
      const life = SHORTEST_MS * (LONGEST_MS / SHORTEST_MS) ** chance();
      await new Promise((next) => setTimeout(next, life));
      // The page that carries the order may close meanwhile.
      const ended = await browser.kill().then(
        () => true,
        () => false,
      );
      if (ended) times++;
    }
  };
  const ran = run();
  return async () => {
    over = true;
    await ran;
    return times;
  };
}

async function walkOnce(task, stage, accounts, seed) {
  const began = Date.now();
  await stage.begin({});
  const next = random(seed * 2654435761);
  const chance = () => next(1 << 20) / (1 << 20);
  const browsers = [];
  const stops = [];
  const journal = new Journal(task.out);
  const open = async () => {
    const browser = await launch({ browser: task.browser, extension: stage.extension, tenant: stage.tenant });
    browsers.push(browser);
    stops.push(ending(browser, chance));
    return browser;
  };
  let trouble;
  try {
    const as = seed % 4 ? "global-admin" : "sharepoint-admin";
    const walked = await walk({ stage, accounts, open, entry: task.entry, as, journal, daring: false, person });
    if (walked.outcome !== "authorized") trouble = new Error(`the journey ended as ${walked.outcome}`);
    if (walked.wrong_clicks > 0) trouble = new Error(`${walked.wrong_clicks} wrong clicks`);
  } catch (error) {
    trouble = error;
  }
  let ended = 0;
  for (const stop of stops) ended += await stop();
  await Promise.all(browsers.map((browser) => browser.close()));
  return { seed, trouble, ended, steps: journal.steps.length, seconds: (Date.now() - began) / 1000 };
}

export async function run(task) {
  const seeds = Array.from({ length: task.walks }, (_, n) => task.seed + n);
  const results = [];
  const one = async () => {
    const stage = await setStage(task);
    const accounts = Object.fromEntries((await stage.state()).accounts.map(({ role, upn }) => [role, upn]));
    try {
      while (seeds.length > 0) {
        const result = await walkOnce(task, stage, accounts, seeds.shift());
        results.push(result);
        const { seed, trouble, ended, steps, seconds } = result;
        const outcome = trouble ? "stopped" : "arrived";
        console.log(`seed ${seed}: ${outcome}, ${steps} steps, ${ended} workers ended, ${seconds.toFixed(1)} s`);
        if (trouble) console.log(String(trouble.stack ?? trouble).replace(/^/gm, "    "));
      }
    } finally {
      await stage.stop();
    }
  };
  await Promise.all(Array.from({ length: Math.min(task.atOnce, task.walks) }, one));
  const arrived = results.filter(({ trouble }) => !trouble).length;
  const ended = results.reduce((sum, result) => sum + result.ended, 0);
  console.log(`${arrived} of ${results.length} walks arrived, while ${ended} workers were ended`);
  return arrived === task.walks;
}

process.exitCode = (await run(JSON.parse(process.argv[2]))) ? 0 : 1;
