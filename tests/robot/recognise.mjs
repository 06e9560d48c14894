// The program behind `cargo xtask recognise`: opens kept pages at their real addresses and prints
// what the extension makes of each. Nothing leaves this machine: every address is answered from
// the case's own files or not at all.

import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { launch, toExpression } from "../stage/browser.mjs";
import { until } from "../stage/stage.mjs";
import { judge, summary } from "./judge.mjs";
import { helpers, KINDS, mutate, renamed } from "../recognise/mutate.mjs";

/** So many pages are open at once, each in a tab of its own: a tab remembers what it saw. */
const AT_ONCE = 4;
/** Between two looks at what the extension shows, in milliseconds. */
const PAUSE = 50;
/** A page that is not recognised after so long was not opened; one of ten megabytes takes a while. In milliseconds. */
const PATIENCE = 90_000;

/** Where the cases' own app answers: the extension trusts a redirect to the backend that is set, and none is by default. */
const BACKEND = "http://localhost:7430";

/** For a page with no script of the extension in it. In milliseconds. */
const ADDRESS_ALONE = 3000;
/** So long nothing must change where frames are laid out after the page. In milliseconds. */
const STEADY = 600;

/** What an address visited on the way shows: nothing. */
const NOTHING = "<!doctype html><title>On the way</title>";

/**
 * Opens each case of a folder and of the folders in it, and hands its diagnosis on, in the order of
 * their names. With `change`, each page is changed before it is shown, and what is expected of it with it;
 * `only` says of a name whether it is taken.
 */
export async function recognise({ browser, extension, dir, change, only = () => true }, each) {
  const names = (await readdir(dir, { recursive: true }))
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -".json".length))
    .filter(only)
    .sort();
  if (names.length === 0) throw new Error(`${dir} holds no case: a case is a file NAME.json`);
  const work = await mkdtemp(join(tmpdir(), "consentry-recognise-"));
  const watching = join(work, "extension");
  await cp(extension, watching, { recursive: true });
  const settings = JSON.parse(await readFile(join(extension, "settings.json"), "utf8"));
  await writeFile(
    join(watching, "settings.json"),
    JSON.stringify({ backend: BACKEND, ...settings, diagnose: true, firstRun: false }),
  );
  const window = await launch({ browser, extension: watching });
  try {
    const desk = { allowed: await reach(window), diagnosis: reader(window), newTab: opener(window) };
    if (change) desk.changed = changer(await window.context.newPage(), change);
    const results = new Map();
    const left = [...names];
    let told = 0;
    const work = async () => {
      for (let name = left.shift(); name; name = left.shift()) {
        results.set(name, await one(desk, dir, name));
        while (results.has(names[told])) {
          const next = names[told++];
          await each(next.split(sep).join("/"), results.get(next));
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } finally {
    await window.close();
    await rm(work, { recursive: true, force: true });
  }
}

async function one({ allowed, diagnosis, newTab, changed = (kept) => kept }, dir, name) {
  let expected;
  let tab;
  try {
    const kept = await read(join(dir, `${name}.json`));
    const folder = dirname(join(dir, `${name}.json`));
    const answers = new Map();
    answers.set(address(kept.url), await readFile(join(folder, kept.html), "utf8"));
    for (const [url, file] of Object.entries(kept.frames ?? {}))
      answers.set(address(url), await readFile(join(folder, file), "utf8"));
    expected = await changed(kept.expect, answers);
    for (const url of kept.from ?? []) if (!answers.has(address(url))) answers.set(address(url), NOTHING);
    tab = await newTab();
    await tab.page.route(/^https?:/, (route) => {
      const body = answers.get(address(route.request().url()));
      return body === undefined ? route.abort() : route.fulfill({ contentType: "text/html; charset=utf-8", body });
    });
    let before;
    // A sign-in leads from page to page itself, and each is told where the browser came from.
    let referer;
    for (const url of kept.from ?? []) {
      await tab.page.goto(url, { waitUntil: "load", referer });
      referer = url;
      before = JSON.stringify(await diagnosis(tab.id, `the extension to have seen ${url}`, (found) => found.complete));
    }
    await tab.page.goto(kept.url, { waitUntil: "load", timeout: PATIENCE, referer });
    const url = tab.page.url();
    if (!allowed.access(url)) return { expected, ...outside() };
    if (!allowed.scripts(url)) {
      // The address is all that is known of it, and it may be left alone altogether.
      const told = diagnosis(tab.id, name, (found) => found.page, ADDRESS_ALONE);
      return { expected, ...(await told.catch(outside)) };
    }
    const seen = tab.page.frames().filter((frame) => allowed.scripts(frame.url())).length;
    if (seen > 1) await laidOut(tab.page);
    const found = await diagnosis(
      tab.id,
      `the extension to have seen ${name}`,
      (found) => found.complete && found.frames === seen && JSON.stringify(found) !== before,
      PATIENCE,
      // A frame hears of its size after it was loaded, and has another look.
      seen > 1 ? STEADY : 0,
    );
    return { expected, ...found };
  } catch (error) {
    return { expected, error: error.message };
  } finally {
    await tab?.page.close();
  }
}

/** Changes the pages of a case in a blank page of the browser, and says what is expected of them then. */
function changer(blank, { kind, seed, words }) {
  return async (expect, answers) => {
    const quoted = [expect.lit ?? []].flat().map((one) => one.name ?? one);
    for (const [url, html] of answers) {
      const task = { html, kind, seed, words, quoted };
      answers.set(url, await blank.evaluate(`${helpers} (${mutate})(${JSON.stringify(task)})`));
    }
    return renamed(expect, kind, words);
  };
}

/** Every case under every change, or the one that is named: one line for each change, and each case that is wrong under one. */
async function underChange({ seed, words, change, ...task }) {
  let bad = 0;
  const restsOn = new Map();
  for (const name of (await readdir(task.dir, { recursive: true })).filter((name) => name.endsWith(".json")))
    restsOn.set(name.slice(0, -".json".length), (await read(join(task.dir, name))).rests_on ?? []);
  const kinds = KINDS.filter((kind) => !change || kind === change);
  if (kinds.length === 0) throw new Error(`no change is called ${change}: there are ${KINDS.join(", ")}`);
  for (const kind of kinds) {
    const cases = [];
    const only = (name) => !restsOn.get(name).includes(kind);
    await recognise({ ...task, only, change: { kind, seed, words } }, (name, found) => {
      const judged = judge(found);
      cases.push({ case: name, ...judged });
      if (judged.wrong.length > 0 || (change && judged.outcome !== "found"))
        console.log(JSON.stringify({ kind, seed, case: name, ...judged }));
    });
    const { found, abstained, rightly, wrong, failed } = summary(cases);
    const share = Math.round((100 * (found + rightly)) / cases.length);
    console.log(`${kind}: ${share} % right, ${abstained - rightly} abstained, ${wrong} wrong of ${cases.length}`);
    bad += wrong + failed;
  }
  return bad;
}

async function read(file) {
  const kept = JSON.parse(await readFile(file, "utf8"));
  for (const key of ["url", "html"])
    if (typeof kept[key] !== "string") throw new Error(`${relative(".", file)} needs "${key}", a text`);
  return kept;
}

/** On which addresses the extension has scripts, by its manifest or registered since; or access at all. */
async function reach(window) {
  const patterns = await until("the extension to have registered its scripts", async () =>
    (await window.worker()).evaluate(async () => {
      const { content_scripts: fixed, host_permissions: hosts } = chrome.runtime.getManifest();
      // Scripts that are not in the manifest are there a moment after the start.
      const registered = hosts ? await chrome.scripting.getRegisteredContentScripts() : [];
      if (hosts && registered.length === 0) return undefined;
      return { scripts: [...fixed, ...registered].flatMap((script) => script.matches), hosts: hosts ?? [] };
    }),
  );
  const among = (patterns) => {
    const expressions = patterns.map(toExpression);
    return (address) => expressions.some((pattern) => pattern.test(address.replace(/#.*/, "")));
  };
  return { scripts: among(patterns.scripts), access: among([...patterns.scripts, ...patterns.hosts]) };
}

/** Opens tabs one after the other, so that each is known by the number it has in the browser. */
function opener(window) {
  let last = Promise.resolve();
  const open = async () => {
    const worker = await window.worker();
    const ids = () => worker.evaluate(async () => (await chrome.tabs.query({})).map((tab) => tab.id));
    const before = await ids();
    const page = await window.context.newPage();
    const id = (await ids()).find((id) => !before.includes(id));
    return { page, id };
  };
  return () => (last = last.then(open, open));
}

/** Reads what the extension shows, once for all who wait. */
function reader(window) {
  const waiting = new Set();
  let reading = false;
  const loop = async () => {
    reading = true;
    while (waiting.size > 0) {
      const view = await window.view().catch(() => undefined);
      for (const one of waiting) {
        const found = view?.tabs[one.id]?.diagnosis;
        const text = JSON.stringify(found);
        if (text !== one.text) Object.assign(one, { text, since: Date.now() });
        if (found && one.check(found) && Date.now() - one.since >= one.steady) one.done(found);
        else if (Date.now() > one.end) one.fail(new Error(`waited ${one.patience / 1000} s in vain for ${one.what}`));
        else continue;
        waiting.delete(one);
      }
      await new Promise((next) => setTimeout(next, PAUSE));
    }
    reading = false;
  };
  return (id, what, check, patience = PATIENCE, steady = 0) =>
    new Promise((done, fail) => {
      waiting.add({ id, what, check, patience, steady, done, fail, end: Date.now() + patience });
      if (!reading) loop();
    });
}

/** Frames that are shown have heard how large they are. */
const laidOut = (page) =>
  until("every frame to be laid out", async () => {
    for (const frame of page.frames().slice(1)) {
      const box = await (await frame.frameElement()).boundingBox();
      if (box?.width && box.height && !(await frame.evaluate(() => innerWidth && innerHeight))) return false;
    }
    return true;
  });

/** What is said of a page the extension may not look at. */
const outside = () => ({
  page: "unknown",
  because: ["the manifest gives the extension no access to this address"],
  looked_for: [],
  would_light: [],
  dark_because: null,
  consent: null,
});

const address = (text) => {
  const url = new URL(text);
  return url.origin + url.pathname + url.search;
};

if (process.argv[2]) {
  const { report, misspelt = {}, mutate: changes, ...task } = JSON.parse(process.argv[2]);
  if (changes) process.exit((await underChange({ ...task, ...changes })) > 0 ? 1 : 0);
  const cases = [];
  await recognise(task, (name, found) => {
    if (misspelt[name]) found.error = `it cannot be judged: ${misspelt[name].join("; ")}`;
    const judged = judge(found);
    cases.push({ case: name, note: found.expected?.note, ...judged });
    console.log(JSON.stringify({ case: name, ...judged, ...found }));
  });
  const { text, ...counts } = summary(cases);
  console.error(text);
  if (report) await writeFile(report, `${JSON.stringify({ ...counts, cases }, null, 1)}\n`);
  process.exitCode = counts.wrong + counts.failed > 0 ? 1 : 0;
}
