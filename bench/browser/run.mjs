// What a guide costs a page, and how soon it is there: Consentry beside what people use today, the variants in
// turn. The core is a stand-in that says what it is told, so this is the page's side alone.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { start } from "../../tests/browser/content/harness.mjs";
import { build } from "../../tests/stage/build.mjs";
import { cost } from "./cost.mjs";
import { HEAVY, IDLE, PART } from "./pages.mjs";
import { bundled, PEERS } from "./peers.mjs";
import { report } from "./report.mjs";
import { speed } from "./speed.mjs";
import { NONE, OURS } from "./variants.mjs";
import { whole } from "./whole.mjs";

const { machine, out, rounds, seconds } = build();

const PAGES = { idle: IDLE, heavy: HEAVY };
const GUIDES = [OURS, ...Object.keys(PEERS)];

const served = Object.fromEntries(
  ["/n/", "/h/"].flatMap((folder) => [
    [`${folder}part`, PART],
    ...Object.entries(PAGES).map(([name, html]) => [folder + name, html]),
  ]),
);

const scripts = await bundled();
const wholes = await whole(rounds * 4);
const stage = await start(served, { open: true });
try {
  const readings = { costs: [], speeds: [], wholes };
  for (let round = 0; round < rounds; round++)
    for (const page of Object.keys(PAGES)) {
      for (const lit of [false, true])
        for (const variant of lit ? GUIDES : [NONE, ...GUIDES]) {
          const what = { page, variant, lit };
          readings.costs.push({ ...what, ...(await cost(stage, scripts, what, seconds)) });
        }
      for (const what of [...GUIDES.map((variant) => ({ variant })), { variant: OURS, warm: true }])
        readings.speeds.push({ page, ...what, ...(await speed(stage, scripts, { page, ...what })) });
    }
  const weights = Object.fromEntries(Object.entries(scripts).map(([name, { raw, brotli }]) => [name, { raw, brotli }]));
  const browser = stage.context.browser()?.version();
  const text = report({ ...readings, weights }, { machine, seconds, rounds, browser });
  await mkdir(out, { recursive: true });
  await writeFile(
    join(out, "browser.json"),
    JSON.stringify({ machine, rounds, seconds, weights, ...readings }, null, 2),
  );
  await writeFile(join(out, "browser.md"), text);
  console.log(text);
} finally {
  await stage.stop();
}
