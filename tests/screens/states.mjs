// What there is to be seen, gathered where it arises: on one walk through the practice tenant by two people,
// one state for each card that comes up and for each state of the journey; the backend's own pages; the
// options with something mistyped. A state is what one face shows.

import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { launch } from "../stage/browser.mjs";
import { freePort, stage as setStage, until } from "../stage/stage.mjs";
import { harden } from "../robot/harden.mjs";
import { Journal, walk } from "../robot/walk.mjs";

/** A tab nothing is known of: the panel shows the journey that was begun last. */
const NO_TAB = 0;

/**
 * @typedef {{faces: string[], tab?: number, view?: object, html?: string, opened?: boolean, focus?: string}} State
 *   which faces show it: `card`, `panel`, `options`, `first-run`, or a `page` of the backend's, which is `html`; whether all
 *   that is folded is open; what has the focus
 */

/**
 * Walks the journey with two people and keeps what differs in what a person sees.
 * @returns {Promise<Map<string, State>>} by the card's id and kind
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
  const add = (name, state) => states.has(name) || states.set(name, state);
  const look = async ({ browser }) => {
    const view = await browser.view();
    for (const [tab, { card }] of Object.entries(view?.tabs ?? {})) {
      if (!card) continue;
      const name = `${card.id}${card.kind === "step" ? "" : `-${card.kind}`}`;
      add(name, { faces: ["card", "panel"], tab: Number(tab), view });
    }
    const link = view?.journeys.find(({ handoff }) => handoff)?.handoff.text;
    if (link) await pages(stage, link, language, add);
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
      if (as !== "global-admin") continue;
      await harden(robots[0], stage);
      await look(robots[0]);
      add("after the grant", { faces: ["panel"], tab: NO_TAB, view: await robots[0].browser.view(), opened: true });
      await mistype(robots[0].browser, stage, add);
      await firstPage(task, stage, language, add);
    }
    focused(states);
    return states;
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
    await stage.stop();
  }
}

/** The backend's pages in that language: a hand-off, a link that is none, nothing to tell, nothing there. */
async function pages({ backend }, link, language, add) {
  for (const [name, address] of [
    ["hand-off", link],
    ["a link that is none", `${backend}/h/${"A".repeat(43)}`],
    ["nothing to tell", `${backend}/done`],
    ["nothing there", `${backend}/nowhere`],
  ]) {
    const headers = { accept: "text/html", "accept-language": language };
    const html = await (await fetch(address, { headers })).text();
    add(`page: ${name}`, { faces: ["page"], html });
  }
}

/** Options and an application id that make no sense, and what is said of them. */
async function mistype(browser, { extensionId }, add) {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${extensionId}/face/options.html`);
  const choose = (choice) => page.evaluate((chose) => chrome.runtime.sendMessage({ chose }), choice);
  const set = (name, text) => choose({ do: "set", name, text });
  await choose({ do: "begin", profile: "avepoint-fly", role: "global-admin" });
  const missing = await browser.shows("the journey", (view) => view.journeys[0].client && view);
  add("an application id is missing", { faces: ["panel"], tab: NO_TAB, view: missing });
  await set("client.avepoint-fly", "AvePoint");
  await set("backend", "http://consentry.example");
  await set("allowedClients", "AvePoint");
  const wrong = ({ settings, journeys }) => [...settings.fields, journeys[0].client].filter(({ error }) => error);
  const view = await browser.shows("the errors", (view) => wrong(view).length === 3 && view);
  add("an application id that is none", { faces: ["panel"], tab: NO_TAB, view });
  add("options", { faces: ["options"], tab: NO_TAB, view });
  await set("client.avepoint-fly", "11111111-2222-4333-8444-555555555555");
  const entered = await until("the id", async () => {
    const view = await browser.view();
    return view.journeys[0].news.length > 0 && view;
  });
  add("an application id that was entered", { faces: ["panel"], tab: NO_TAB, view: entered });
  await page.close();
}

/** The page that opens once, in a package without a backend: with none, with one that answers, and with one that does not. */
async function firstPage(task, stage, language, add) {
  const extension = join(stage.dir, "without a backend");
  await cp(stage.extension, extension, { recursive: true });
  await writeFile(join(extension, "settings.json"), JSON.stringify({ portal: stage.portal, firstRun: false }));
  const browser = await launch({ browser: task.browser, extension });
  await browser.set({ language });
  const none = await browser.shows("the language", (view) => view.language === language && view);
  add("no backend", { faces: ["first-run"], tab: NO_TAB, view: none });
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${stage.extensionId}/face/options.html`);
  for (const [name, text, tone] of [
    ["a backend that answers", stage.backend, "good"],
    ["a backend that does not answer", `http://localhost:${await freePort()}`, "caution"],
  ]) {
    await page.evaluate((text) => chrome.runtime.sendMessage({ chose: { do: "set", name: "backend", text } }), text);
    const view = await browser.shows(name, (view) => view.first_run.backend?.tone === tone && view);
    add(name, { faces: ["first-run"], tab: NO_TAB, view });
  }
  await browser.close();
}

/** The same with the keyboard's focus on something. */
function focused(states) {
  const [, card] = [...states].find(
    ([, { faces, tab, view }]) => faces[0] === "card" && view.tabs[tab].card.actions[0],
  );
  for (const [face, state, name, focus, place] of [
    ["card", card, "a button", "[data-card] .actions button"],
    ["panel", states.get("after the grant"), "a button", "section.journey .actions button"],
    ["panel", states.get("after the grant"), "something folded", "details.proof > summary", "activity"],
    ["panel", states.get("an application id is missing"), "a field", "section.journey input"],
    ["options", states.get("options"), "a field", "input[type=text]"],
    ["options", states.get("options"), "a box", "input[type=checkbox]"],
    ["options", states.get("options"), "a choice", "select"],
    ["page", states.get("page: hand-off"), "a link", "a"],
    ["first-run", states.get("no backend"), "the main button", "[data-do=open-panel]"],
  ])
    states.set(`the keyboard on ${name} of a ${face}`, { ...state, faces: [face], focus, place });
}
