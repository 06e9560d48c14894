// How soon a page of the practice tenant has its ring and its card with the real core behind it: while its worker
// runs, and when the browser has stopped it and must start it first.

import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { card } from "../../tests/robot/light.mjs";
import { launch } from "../../tests/stage/browser.mjs";
import { build } from "../../tests/stage/build.mjs";
import { stage as setStage, until } from "../../tests/stage/stage.mjs";
import { script } from "./variants.mjs";

const BEGIN = { do: "begin", profile: "office-365-mover", role: "global-admin" };

/** @returns for each round and each state of the worker, milliseconds from the target to the ring and to the card */
export async function whole(rounds) {
  const built = build();
  const dir = await mkdtemp(join(tmpdir(), "consentry-open-"));
  const ends = [() => rm(dir, { recursive: true, force: true })];
  try {
    const stage = await setStage({ ...built, extension: await opened(built.extension, dir) });
    ends.push(stage.stop);
    const browser = await launch({ browser: built.browser, extension: stage.extension, tenant: stage.tenant });
    ends.push(browser.close);
    const page = await browser.context.newPage();
    await page.addInitScript(`{${await script("consentry.mjs")}}; (${arrival})()`);
    await page.goto(built.entry);
    await until("the first card", () => card(page));
    await begin(browser, stage);
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

/** The extension with an overlay that the page can look into. */
async function opened(extension, dir) {
  await cp(extension, dir, { recursive: true });
  const hands = join(dir, "content", "hands.js");
  await writeFile(hands, (await readFile(hands, "utf8")).replace(/"closed"/, '"open"'));
  return dir;
}

async function begin(browser, stage) {
  const panel = await browser.context.newPage();
  await panel.goto(`chrome-extension://${stage.extensionId}/face/panel.html`);
  await panel.evaluate((chose) => chrome.runtime.sendMessage({ chose }), BEGIN);
  await browser.shows("a journey", ({ journeys }) => journeys.length === 1);
  await panel.close();
}

/** In the page: looks in each frame for the target, for a ring around it, and for the card. */
function arrival() {
  globalThis.arrived = new Promise((done) => {
    const times = {};
    const look = () => {
      const now = performance.now();
      if (document.body?.innerText.includes("Authorize New Connector")) times.target ??= now;
      const [ring, card] = [globalThis.peer.ring(), globalThis.peer.card()];
      if (ring) times.ring ??= now;
      if (card?.getBoundingClientRect().width && getComputedStyle(card).opacity > 0.9) times.card ??= now;
      const { target, ring: drawn, card: readable } = times;
      if (target && drawn && readable) done({ ring: drawn - target, card: readable - target });
      else requestAnimationFrame(look);
    };
    look();
  });
}
