// What a guide costs the page it stands in, by the browser's own counters: while it waits for its control, and
// while it stands around it.

import { dark, guided, light, NONE, OURS } from "./variants.mjs";

/** @returns shares of the main thread's time, the heap in bytes, tasks over 50 ms, and frames that did not come */
export async function cost(stage, scripts, { page: name, variant, lit }, seconds) {
  const id = lit ? "target" : "late";
  const { page, tab } = await guided(stage, scripts, variant, name, id);
  try {
    if (variant === OURS && lit) {
      await light(stage, tab, id);
      // It was seen before: what it is called now is news.
      await page.evaluate(() => void (document.getElementById("target").dataset.telemetryname = "lit"));
    }
    if (variant !== NONE && lit) await page.waitForFunction(() => globalThis.peer.ring() && globalThis.peer.card());
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
    await dark(stage);
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
