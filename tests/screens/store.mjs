// The pictures for the stores, 1280 by 800: the robot walks the practice journey, and at the moments that
// tell most the page in front of it is taken; at the end with the panel beside it.

import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Journal, walk } from "../robot/walk.mjs";
import { launch } from "../stage/browser.mjs";
import { stage as setStage } from "../stage/stage.mjs";

/** What both stores take. */
const SIZE = { width: 1280, height: 800 };
/** The panel, as wide as a browser opens it. */
const PANEL = 400;

/** A picture each time another card stands, under a number and the card's name; not of a window that a page opened. */
class Camera extends Journal {
  async step(robot, step) {
    const taken = `${step.said?.id}-${step.said?.kind}`;
    const fits = ({ width, height }) => innerWidth === width && innerHeight === height;
    if (step.said && !this.seen.has(taken) && (await step.page.evaluate(fits, SIZE).catch(() => false))) {
      this.seen.add(taken);
      const name = `${String(this.seen.size).padStart(2, "0")}-${step.said.id}.png`;
      await step.page.screenshot({ path: join(this.folder, name) }).catch(() => {});
    }
    return super.step(robot, step);
  }
}

async function run({ out, ...task }) {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const stage = await setStage(task, { practice: true });
  const accounts = Object.fromEntries((await stage.state()).accounts.map(({ role, upn }) => [role, upn]));
  const browsers = [];
  const open = async () => {
    const extension = { extension: stage.extension, tenant: stage.tenant };
    const browser = await launch({ browser: task.browser, ...extension, viewport: SIZE });
    browsers.push(browser);
    return browser;
  };
  try {
    const journal = Object.assign(new Camera(), { folder: out, seen: new Set() });
    const { robots } = await walk({ stage, open, entry: task.entry, as: "global-admin", accounts, journal });
    await together(robots[0], stage, task.entry, join(out, "panel.png"));
    console.log(`${journal.seen.size + 1} pictures in ${out}`);
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
    await stage.stop();
  }
}

/** The app's page and the panel beside it. The side panel itself cannot be photographed; its page can. */
async function together(robot, stage, entry, path) {
  const { context } = robot.browser;
  const page = robot.pages().find((page) => page.url().startsWith(new URL(entry).origin));
  await page.setViewportSize({ width: SIZE.width - PANEL, height: SIZE.height });
  const left = await page.screenshot();
  const panel = await context.newPage();
  await panel.setViewportSize({ width: PANEL, height: SIZE.height });
  await panel.goto(`chrome-extension://${stage.extensionId}/face/panel.html`);
  await panel.getByRole("tab").first().waitFor();
  const right = await panel.screenshot();
  const sheet = await context.newPage();
  await sheet.setViewportSize(SIZE);
  const image = (bytes) => `<img src="data:image/png;base64,${bytes.toString("base64")}">`;
  await sheet.setContent(`<style>body{margin:0;display:flex}</style>${image(left)}${image(right)}`);
  await sheet.screenshot({ path });
}

await run(JSON.parse(process.argv[2]));
