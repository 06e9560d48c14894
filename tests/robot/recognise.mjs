// The program behind `cargo xtask recognise`: opens kept pages at their real addresses and prints
// what the extension makes of each. Nothing leaves this machine: every address is answered from
// the case's own files or not at all.

import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { launch } from "../stage/browser.mjs";
import { until } from "../stage/stage.mjs";

/** Opens each case of a folder and hands its diagnosis on. */
export async function recognise({ browser, extension, dir }, each) {
  const work = await mkdtemp(join(tmpdir(), "consentry-recognise-"));
  const watching = join(work, "extension");
  await cp(extension, watching, { recursive: true });
  const settings = JSON.parse(await readFile(join(extension, "settings.json"), "utf8"));
  await writeFile(join(watching, "settings.json"), JSON.stringify({ ...settings, diagnose: true }));
  const window = await launch({ browser, extension: watching });
  try {
    const names = (await readdir(dir)).filter((name) => name.endsWith(".json")).sort();
    for (const name of names) await each(basename(name, ".json"), await one(window, dir, name));
  } finally {
    await window.close();
    await rm(work, { recursive: true, force: true });
  }
}

async function one(window, dir, name) {
  const kept = JSON.parse(await readFile(join(dir, name), "utf8"));
  const answers = new Map([[address(kept.url), kept.html]]);
  for (const [url, file] of Object.entries(kept.frames ?? {})) answers.set(address(url), file);
  const page = await window.context.newPage();
  try {
    await page.route(/^https?:/, async (route) => {
      const file = answers.get(address(route.request().url()));
      if (!file) return route.abort();
      return route.fulfill({ contentType: "text/html; charset=utf-8", body: await readFile(join(dir, file)) });
    });
    await page.goto(kept.url, { waitUntil: "load" });
    const allowed = await window.allowed();
    const seen = page.frames().filter((frame) => allowed(frame.url())).length;
    if (!allowed(page.url())) return { expected: kept.expect, ...outside() };
    await page.bringToFront();
    const id = await (await window.worker()).evaluate(async () => (await chrome.tabs.query({ active: true }))[0].id);
    const diagnosis = await until(`the extension to have seen ${name}`, async () => {
      const found = (await window.view())?.tabs[id]?.diagnosis;
      return found?.complete && found.frames === seen && found;
    });
    return { expected: kept.expect, ...diagnosis };
  } catch (error) {
    return { expected: kept.expect, error: error.message };
  } finally {
    await page.close();
  }
}

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
  const task = JSON.parse(process.argv[2]);
  let failed = false;
  await recognise(task, (name, found) => {
    failed ||= !!found.error;
    console.log(JSON.stringify({ case: name, ...found }));
  });
  process.exitCode = failed ? 1 : 0;
}
