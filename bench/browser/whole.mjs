// How soon a page of the practice tenant has its ring and its card with the real core behind it: while its worker
// runs, and when the browser has stopped it and must start it first.

import { choose } from "../../tests/browser/company.mjs";
import { card } from "../../tests/robot/light.mjs";
import { launch, openOverlay } from "../../tests/stage/browser.mjs";
import { build } from "../../tests/stage/build.mjs";
import { stage as setStage, until } from "../../tests/stage/stage.mjs";
import { script } from "./variants.mjs";

const BEGIN = { do: "begin", profile: "office-365-mover", role: "global-admin" };

/** @returns for each round and each state of the worker, milliseconds from the target to the ring and to the card */
export async function whole(rounds) {
  const built = build();
  const stage = await setStage(built);
  const ends = [stage.stop];
  try {
    await openOverlay(stage.extension);
    const browser = await launch({ browser: built.browser, extension: stage.extension, tenant: stage.tenant });
    ends.push(browser.close);
    const page = await browser.context.newPage();
    await page.addInitScript(`{${await script("consentry.mjs")}} {${await script("measure.mjs")}} (${arrival})()`);
    await page.goto(built.entry);
    await until("the first card", () => card(page));
    await choose(stage, browser, BEGIN);
    await browser.shows("a journey", ({ journeys }) => journeys.length === 1);
    const readings = [];
    for (let round = 0; round < rounds; round++)
      for (const stopped of [false, true]) {
        if (stopped) await browser.kill();
        else await browser.view();
        await page.reload();
        readings.push({ stopped, ...(await page.evaluate(() => globalThis.arrived)) });
      }
    return readings;
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

/** In the page: looks in each frame for the target, for a ring around it, and for the card. */
function arrival() {
  globalThis.arrived = new Promise((done) => {
    const times = {};
    const look = () => {
      const now = performance.now();
      if (document.body?.innerText.includes("Authorize New Connector")) times.target ??= now;
      if (globalThis.peer.ring()) times.ring ??= now;
      if (globalThis.measure.readable()) times.card ??= now;
      const { target, ring: drawn, card: readable } = times;
      if (target && drawn && readable) done({ ring: drawn - target, card: readable - target });
      else requestAnimationFrame(look);
    };
    look();
  });
}
