// What is measured: a page as it is, with Consentry, and with each of its peers, opened so that all have the
// same page and the same words to show.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { view } from "../../tests/browser/content/views.mjs";
import { PEERS } from "./peers.mjs";

export const NONE = "none";
export const OURS = "consentry";
export const NAMES = { [NONE]: "no guidance", [OURS]: "Consentry", ...PEERS };

export const WORDS = {
  title: "Grant admin consent",
  text: "Select this button. A window opens and lists the permissions.",
};

// Scripts of ours run below /h/ and nowhere else.
export const folder = (variant) => (variant === OURS ? "/h/" : "/n/");

/** A script that is put into pages. */
export const script = (name) => readFile(join(import.meta.dirname, "peers", name), "utf8");
const own = await script("consentry.mjs");
const measure = await script("measure.mjs");

/**
 * A page with a guide that waits for the element with an id, or stands around it if it is there.
 * @returns the page, and its tab where the extension has one
 */
export async function guided(stage, scripts, variant, name, id) {
  const page = await stage.context.newPage();
  const path = folder(variant) + name;
  await stage.forget();
  await page.goto(stage.base + path);
  if (variant === NONE) return { page };
  await page.addScriptTag({ content: `{${measure}}` });
  if (variant !== OURS) {
    await page.addScriptTag({ content: scripts[variant].script });
    await page.evaluate(([id, words]) => void globalThis.peer.guide(`#${id}`, words), [id, WORDS]);
    return { page };
  }
  await page.addScriptTag({ content: own });
  await stage.saw(path);
  return { page, tab: await stage.tab() };
}

/** What the card says beside the target. */
export const card = (more = {}) => ({
  id: "grant",
  kind: "step",
  seed_step: null,
  ...WORDS,
  lines: [],
  details: [],
  actions: [],
  copy: null,
  progress: null,
  ...more,
});

/** Has the core's stand-in answer each sighting of the element with a ring around it and a card beside it. */
export const light = (stage, tab, id) =>
  stage.worker.evaluate(
    ([tab, id, view]) => {
      globalThis.seeing = ({ controls }) => {
        const control = controls?.find((one) => one.attrs.id === id)?.id;
        if (control === undefined) return;
        chrome.storage.session.set({ view });
        const marks = [{ control, kind: "point", ask: "click" }];
        chrome.tabs.sendMessage(tab, { paint: { marks, card: { beside: control, tab, frame: 0 } } }, { frameId: 0 });
      };
    },
    [tab, id, JSON.stringify(view(tab, card()))],
  );

export const dark = (stage) => stage.worker.evaluate(() => void delete globalThis.seeing);
