// What the content scripts cost a page: the same page without them, with them waiting for a control, and
// with a ring around one. The core is a stand-in that says what it is told, so this is the page's side alone.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { start } from "../../tests/browser/content/harness.mjs";
import { HEAVY, IDLE, PART } from "./pages.mjs";
import { table } from "./report.mjs";

const { out, rounds, seconds } = JSON.parse(process.argv[2]);
process.env.CONSENTRY_STAGE = process.argv[2];

const PAGES = { idle: IDLE, heavy: HEAVY };
const VARIANTS = ["none", "waiting", "lit"];
// Scripts of ours run below /h/ and nowhere else.
const folder = (variant) => (variant === "none" ? "/n/" : "/h/");

const served = Object.fromEntries(
  ["/n/", "/h/"].flatMap((folder) => [
    [`${folder}part`, PART],
    ...Object.entries(PAGES).map(([name, html]) => [folder + name, html]),
  ]),
);

const stage = await start(served);
try {
  const readings = [];
  for (let round = 0; round < rounds; round++)
    for (const page of Object.keys(PAGES))
      for (const variant of VARIANTS) readings.push({ page, variant, round, ...(await measure(page, variant)) });
  const text = table(readings, { seconds, rounds, browser: stage.context.browser()?.version() });
  await mkdir(out, { recursive: true });
  await writeFile(join(out, "browser.json"), JSON.stringify({ rounds, seconds, readings }, null, 2));
  await writeFile(join(out, "browser.md"), text);
  console.log(text);
} finally {
  await stage.stop();
}

async function measure(name, variant) {
  const page = await stage.context.newPage();
  try {
    const path = folder(variant) + name;
    await stage.forget();
    await page.goto(stage.base + path);
    if (variant !== "none") {
      const { controls } = await stage.saw(path);
      const target = controls.find((control) => control.attrs.id === "target").id;
      const marks = [{ control: target, kind: "point", ask: "click" }];
      if (variant === "lit") await stage.tell(await stage.tab(), { paint: { marks } });
    }
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Performance.enable");
    const before = await metrics(cdp);
    const longTasks = await page.evaluate(rest, seconds * 1000);
    const after = await metrics(cdp);
    const passed = after.Timestamp - before.Timestamp;
    const share = (what) => (after[what] - before[what]) / passed;
    const dropped = await page.evaluate(scroll, 1000);
    await cdp.send("HeapProfiler.collectGarbage");
    return {
      task: share("TaskDuration"),
      script: share("ScriptDuration"),
      layout: share("LayoutDuration"),
      style: share("RecalcStyleDuration"),
      heap: (await metrics(cdp)).JSHeapUsedSize,
      longTasks,
      dropped,
    };
  } finally {
    await page.close();
  }
}

async function metrics(cdp) {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** Leaves the page to itself. How many tasks took more than 50 ms meanwhile? */
async function rest(milliseconds) {
  let long = 0;
  const observer = new PerformanceObserver((list) => (long += list.getEntries().length));
  observer.observe({ type: "longtask" });
  await new Promise((done) => setTimeout(done, milliseconds));
  observer.disconnect();
  return long;
}

/** Scrolls in every frame. How many frames of 60 a second did not come? */
async function scroll(milliseconds) {
  const began = performance.now();
  let frames = 0;
  while (performance.now() - began < milliseconds) {
    await new Promise((next) => requestAnimationFrame(next));
    scrollBy(0, frames++ % 60 < 30 ? 20 : -20);
  }
  return Math.max(0, Math.round(((performance.now() - began) * 60) / 1000) - frames);
}
