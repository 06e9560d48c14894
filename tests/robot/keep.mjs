// The program behind `cargo xtask keep`: opens a saved page at its address, with the extension
// looking, and prints the masked case the extension makes of it. Nothing leaves this machine.

import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch } from "../stage/browser.mjs";
import { until } from "../stage/stage.mjs";

/** The masked case of each page, one after the other. */
export async function keep({ browser, extension }, pages) {
  const work = await mkdtemp(join(tmpdir(), "consentry-keep-"));
  const watching = join(work, "extension");
  await cp(extension, watching, { recursive: true });
  const settings = JSON.parse(await readFile(join(extension, "settings.json"), "utf8"));
  await writeFile(join(watching, "settings.json"), JSON.stringify({ ...settings, diagnose: true, firstRun: false }));
  const window = await launch({ browser, extension: watching });
  try {
    const kept = [];
    for (const page of pages) kept.push(await one(window, page));
    return kept;
  } finally {
    await window.close();
    await rm(work, { recursive: true, force: true });
  }
}

async function one(window, { url, html, frames = {} }) {
  const answers = new Map([[address(url), html]]);
  for (const [frame, file] of Object.entries(frames)) answers.set(address(frame), file);
  const page = await window.context.newPage();
  try {
    await page.route(/^https?:/, async (route) => {
      const file = answers.get(address(route.request().url()));
      if (!file) return route.abort();
      return route.fulfill({ contentType: "text/html; charset=utf-8", body: await readFile(file) });
    });
    await page.goto(url, { waitUntil: "load" });
    const allowed = await window.allowed();
    if (!allowed(page.url())) throw new Error(`the extension may not look at ${url}: it is no address of a journey`);
    const seen = page.frames().filter((frame) => allowed(frame.url())).length;
    await page.bringToFront();
    const id = await (await window.worker()).evaluate(async () => (await chrome.tabs.query({ active: true }))[0].id);
    return await until(`the extension to have seen ${url}`, async () => {
      const tab = (await window.view())?.tabs[id];
      return tab?.diagnosis?.complete && tab.diagnosis.frames === seen && tab.kept;
    });
  } finally {
    await page.close();
  }
}

const address = (text) => {
  const url = new URL(text);
  return url.origin + url.pathname + url.search;
};

if (process.argv[2]) {
  const { url, html, frames, ...built } = JSON.parse(process.argv[2]);
  const [kept] = await keep(built, [{ url, html, frames }]);
  console.log(JSON.stringify(kept));
}
