// What the faces can show, gathered where it arises: the views of one walk through the practice
// tenant, one for each card that came up, and one for each state of the journey.

import { launch } from "../stage/browser.mjs";
import { stage as setStage } from "../stage/stage.mjs";
import { Journal, walk } from "../robot/walk.mjs";

/**
 * Walks the journey with two people and keeps every view that differs in what a person sees.
 * @returns {Promise<Map<string, {tab: number, view: object}>>} by the card's id and kind
 */
export async function gather(task, language) {
  const stage = await setStage(task);
  const accounts = Object.fromEntries((await stage.state()).accounts.map(({ role, upn }) => [role, upn]));
  const browsers = [];
  const states = new Map();
  const open = async () => {
    const browser = await launch({ browser: task.browser, extension: stage.extension, tenant: stage.tenant });
    browsers.push(browser);
    await browser.set({ language });
    return browser;
  };
  const look = async ({ browser }) => {
    const view = await browser.view();
    for (const [tab, { card }] of Object.entries(view?.tabs ?? {})) {
      if (!card) continue;
      const name = `${card.id}${card.kind === "step" ? "" : `-${card.kind}`}`;
      if (!states.has(name)) states.set(name, { tab: Number(tab), view });
    }
  };
  class Gathering extends Journal {
    async step(robot, step) {
      await look(robot);
      return super.step(robot, step);
    }
  }
  try {
    for (const as of ["global-admin", "sharepoint-admin"]) {
      await stage.begin({});
      const { robots } = await walk({ stage, open, entry: task.entry, as, accounts, journal: new Gathering() });
      for (const robot of robots) await look(robot);
    }
    return states;
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
    await stage.stop();
  }
}
