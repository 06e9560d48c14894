// The program behind `cargo xtask matrix`: every scenario of the list, walked by the robot that
// follows the light, two at once. Right is: it arrives; or, where the list says that no light may be
// the right answer, it stops on a card with words. In either case no click was wrong.

import { launch } from "../stage/browser.mjs";
import { stage as setStage } from "../stage/stage.mjs";
import { Journal, Stopped, walk } from "../robot/walk.mjs";
import { person } from "./person.mjs";
import { DIMENSIONS, matrix } from "./table.mjs";

/** How long the robot looks for a light, in seconds: where there may be none, not so long. */
const PATIENCE = { arrive: 30, stop: 12 };

/** A place to walk: backend and tenant, used for one scenario after the other. */
async function place(task, family) {
  const stage = await setStage(task, { scenario: `portal = "${family}"` });
  const accounts = Object.fromEntries((await stage.state()).accounts.map(({ role, upn }) => [role, upn]));

  return {
    family,
    stop: stage.stop,
    async run(row) {
      const began = Date.now();
      const { portal_host } = await stage.begin(row.scenario);
      const journal = new Journal();
      const browsers = [];
      // Where the extension may not go it has nothing to say.
      let outside = false;
      const open = async () => {
        const browser = await launch({ browser: task.browser, extension: stage.extension, tenant: stage.tenant });
        browsers.push(browser);
        await browser.set({ portal: `https://${portal_host}` });
        outside = !(await browser.allowed())(`https://${portal_host}/`);
        return browser;
      };
      let outcome;
      let said;
      let trouble;
      try {
        const walked = await walk({
          stage,
          accounts,
          open,
          entry: task.entry,
          as: row.as,
          journal,
          patience: row.may_stop ? PATIENCE.stop : PATIENCE.arrive,
          person,
          interrupt: interrupt(row, stage),
        });
        outcome = walked.outcome;
        said = journal.steps.at(-1).card;
      } catch (error) {
        outcome = error instanceof Stopped ? "stopped" : "failed";
        said = error.said;
        trouble = error;
      } finally {
        await Promise.all(browsers.map((browser) => browser.close()));
      }
      const { clicks, grants, consents } = await stage.state();
      const result = {
        name: row.name,
        as: row.as,
        may_stop: row.may_stop ?? (outside && "the manifest gives the extension no access to this portal"),
        scenario: { ...row.scenario, killed: row.killed },
        outcome,
        steps: journal.steps.length,
        seconds: (Date.now() - began) / 1000,
        card: said?.title ?? "no card",
        text: said?.text ?? "",
        guard: journal.guard,
        wrong: clicks.wrong,
        trouble,
      };
      return { ...result, faults: faults(result, { clicks, grants, consents }) };
    },
  };
}

/**
 * Ends the worker again and again, or the backend once, where the row wants it. The backend goes
 * between two of its answers: a browser shows what it cannot reach, and only a person reloads that.
 */
const interrupt = (row, stage) => {
  let ended = false;
  return async (n, robot) => {
    if (row.killed === "worker" && n % 3 === 1) await robot.browser.kill();
    if (row.killed !== "backend" || ended || robot.journal.steps.at(-1)?.id !== "needs-admin") return;
    ended = true;
    await stage.stopBackend("SIGKILL");
    await stage.startBackend();
  };
};

/** What is not as it must be. */
function faults({ as, may_stop, outcome, guard, text, wrong }, { clicks, grants, consents }) {
  const faults = [];
  if (outcome === "stopped") {
    if (!may_stop) faults.push("the robot found no light to follow");
    else if (!text) faults.push("it stopped without a word");
  } else if (outcome !== "authorized") faults.push(`the journey ended as ${outcome}`);
  if (wrong.length > 0) faults.push(`${wrong.length} wrong clicks`);
  if (consents.some((consent) => consent.org_tick)) faults.push("the checkbox's consent went through");
  if (guard.offered && !(guard.held && guard.grants_made === 0)) faults.push("the checkbox was not blocked");
  // Who stops before the box has nothing to try.
  if (!guard.offered && as === "global-admin" && outcome !== "stopped") faults.push("the checkbox was not tried");
  if (!guard.offered && clicks.traps > 0) faults.push("the checkbox was touched");
  const admin = grants.some((grant) => grant.consent_type === "AllPrincipals");
  if (outcome === "authorized" && !admin) faults.push("nothing was granted");
  return faults;
}

const cut = (text, width) => (text.length > width ? `${text.slice(0, width - 1)}…` : text).padEnd(width);

function line({ name, outcome, steps, seconds, guard, wrong, card, faults }) {
  const mark = faults.length > 0 ? "✗" : " ";
  const trap = guard.held ? "held" : guard.offered ? "OPEN" : "-";
  const columns = [cut(name, 42), cut(outcome, 10), String(steps).padStart(5), seconds.toFixed(1).padStart(7)];
  return [mark, ...columns, trap.padEnd(5), String(wrong.length).padStart(5), cut(card, 44)].join(" ");
}

/** What is not as it usually is. */
const unusual = ({ scenario, killed }) =>
  Object.entries({ ...scenario, killed })
    .filter(([key, value]) => value !== (DIMENSIONS[key]?.[0] ?? USUAL[key]))
    .map(([key, value]) => `${key} = ${JSON.stringify(value)}`)
    .join(", ");

/** The usual values of keys that are no dimension by themselves. */
const USUAL = { starter: "global-admin", app_list_size: 12 };

/** Walks the rows of the list whose name contains `only`. */
export async function run(task) {
  const rows = matrix().filter((row) => !task.only || row.name.includes(task.only));
  if (task.list) {
    for (const row of rows) console.log(`${cut(row.name, 42)} ${unusual(row)}`);
    return true;
  }
  if (rows.length === 0) throw new Error(`no scenario's name contains "${task.only}"`);
  const queue = [...rows];
  const began = Date.now();
  const results = [];
  console.log(`  ${cut("scenario", 42)} ${cut("outcome", 10)} steps seconds trap  wrong last card`);
  const walkAll = async (family) => {
    const here = await place(task, family);
    try {
      for (;;) {
        // The backend's hand-off page leads to its own portal.
        const fits = ({ as, scenario }) =>
          as === "global-admin" || (scenario.portal === "entra") === (family === "entra");
        const at = queue.findIndex(fits);
        if (at < 0) return;
        const result = await here.run(queue.splice(at, 1)[0]);
        results.push(result);
        console.log(line(result));
        for (const fault of result.faults) console.log(`    ${fault}`);
        for (const { page, what } of result.wrong) console.log(`    wrong click on ${what} (${page})`);
        if (result.trouble && result.outcome !== "stopped") console.log(indent(result.trouble.stack));
        if (result.outcome === "stopped") console.log(`    ${result.may_stop || `at ${result.trouble.url}`}`);
        if (result.faults.length > 0) console.log(`    ${JSON.stringify(result.scenario)}`);
        if (result.faults.length > 0) console.log(indent(result.trouble?.message));
      }
    } finally {
      await here.stop();
    }
  };
  await Promise.all(["azure", "entra"].map(walkAll));
  const count = (check) => results.filter(check).length;
  const wrong = results.reduce((sum, result) => sum + result.wrong.length, 0);
  console.log(
    `${results.length} scenarios in ${Math.round((Date.now() - began) / 1000)} s: ` +
      `${count((r) => r.outcome === "authorized")} arrived, ${count((r) => r.outcome === "stopped")} stopped, ` +
      `${wrong} wrong clicks, the checkbox blocked in ${count((r) => r.guard.held)} of ${count((r) => r.guard.offered)}`,
  );
  return results.every((result) => result.faults.length === 0);
}

const indent = (text) =>
  String(text)
    .split("\n")
    .map((row) => `    ${row}`)
    .join("\n");

process.exitCode = (await run(JSON.parse(process.argv[2]))) ? 0 : 1;
