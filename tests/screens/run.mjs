// The program behind `cargo xtask screens`: pictures of every state of card, panel, options and the backend's
// pages, as each kind of person sees them, and a page that shows them side by side. What axe-core finds is
// said, and where the keyboard's focus is not to be seen.

import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { start } from "../browser/content/harness.mjs";
import { CARDS, FIRST_RUN, PANELS, SETTINGS, view } from "../browser/content/views.mjs";
import { gather } from "./states.mjs";

const TAB = 7;

/** How wide a face is. */
const WIDTHS = { card: 360, panel: 380, options: 760, page: 760, "first-run": 1120 };

/** What can be opened in the panel, each with a picture of its own where all that is folded is open. */
const PLACES = ["guide", "app", "activity"];

/** What is there once a face has drawn. */
const DRAWN = { card: "[data-card]", panel: "[role=tab]", options: "[data-setting]", "first-run": "[data-way]" };

/** Who looks. `width` is that of all but the card, which is as wide as it is in a page. */
const EYES = {
  light: {},
  dark: { colorScheme: "dark" },
  "forced colours": { forcedColors: "active", colorScheme: "dark" },
  narrow: { width: 320 },
  "200 %": { zoom: 2 },
};

/** Which languages are shown, and to whose eyes. */
const LANGUAGES = {
  en: Object.keys(EYES),
  de: ["light"],
  ja: ["light", "dark"],
  he: ["light", "dark"],
};

async function run({ out, languages, ...task }) {
  await rm(out, { recursive: true, force: true });
  process.env.CONSENTRY_STAGE = JSON.stringify(task);
  const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const stage = await start({});
  const taken = [];
  const found = [];
  try {
    for (const [language, eyes] of Object.entries(LANGUAGES).filter(([name]) => languages.includes(name))) {
      const states = await gather(task, language);
      if (language === "en") made(states);
      for (const eye of eyes) {
        for (const [name, state] of states) {
          for (const [face, place] of shownIn(state)) {
            const of = place ? `${face} ${place}` : face;
            const file = `${fileName(`${language} ${eye}`)}/${fileName(`${of} ${name}`)}.png`;
            await mkdir(join(out, file, ".."), { recursive: true });
            if (!(await shown(stage, face, place, state, EYES[eye]))) continue;
            const faults = state.focus ? await focus(stage.page, state.focus) : [];
            // What has the focus is where the page was scrolled to.
            await stage.page.screenshot({ path: join(out, file), fullPage: !state.focus });
            taken.push({ file, language, eye, face: of, name });
            faults.push(...(await wrong(stage.page, axe, EYES[eye].forcedColors)));
            for (const one of faults) {
              found.push(one);
              console.error(`${file}: ${one}`);
            }
          }
        }
        console.log(`${language}, ${eye}: ${taken.length} pictures so far`);
      }
    }
  } finally {
    await stage.stop();
  }
  await writeFile(join(out, "index.html"), sheet(taken));
  console.log(`${taken.length} pictures, ${found.length} faults: ${join(out, "index.html")}`);
  process.exitCode = found.length > 0 ? 1 : 0;
}

const fileName = (text) => text.replaceAll("%", "percent").replace(/[^\p{L}\p{N}]+/gu, "-");

/** States that no walk comes by, as the tests of the faces have them, in the words of a walk. */
function made(states) {
  const walked = [...states.values()].find((state) => state.view?.words).view;
  const spoken = (view) => ({ ...view, language: walked.language, direction: walked.direction, words: walked.words });
  const faces = ["card", "panel"];
  for (const [name, card] of Object.entries(CARDS))
    states.set(`made ${name}`, { faces, tab: TAB, view: spoken(view(TAB, card(TAB))) });
  for (const [name, shown] of Object.entries(PANELS))
    states.set(`made ${name}`, { faces, tab: TAB, view: spoken(shown(TAB)) });
  const { tabs, journeys } = PANELS["two connections, and one about to be left"](TAB);
  const whole = spoken(view(TAB, tabs[TAB].card, { journeys, settings: SETTINGS }));
  states.set("made and opened", { faces: ["panel"], tab: TAB, view: whole, opened: true });
  const access = FIRST_RUN["a backend that does not answer"](TAB);
  states.set("made first page", { faces: ["first-run"], tab: TAB, view: spoken(access) });
  states.set("made options", { faces: ["options"], tab: TAB, view: whole });
}

/** The faces that show a state, the panel in each of its places. */
const shownIn = ({ faces, focus, place }) =>
  faces.flatMap((face) => {
    if (face !== "panel") return [[face]];
    return (focus ? [place ?? "guide"] : PLACES).map((place) => [face, place]);
  });

/** Opens a face; false where it has nothing to show. */
async function shown(
  { page, show, id },
  face,
  place,
  { tab, view, html, opened },
  { colorScheme = "light", forcedColors, width, zoom = 1 },
) {
  if (face === "card" && !view.tabs[tab]?.card) return false;
  await page.emulateMedia({ colorScheme, forcedColors: forcedColors ?? "none", reducedMotion: "reduce" });
  const wide = face === "card" ? WIDTHS.card : (width ?? WIDTHS[face]);
  await page.setViewportSize({ width: wide, height: 560 });
  await page.goto("about:blank");
  if (html) {
    await page.setContent(html);
  } else {
    await show(view);
    await page.goto(`chrome-extension://${id}/face/${face}.html#tab=${tab}&frame=0`);
    await page.waitForSelector(DRAWN[face]);
    if (place) await page.locator(`[role=tab][data-place=${place}]`).click();
  }
  // As zooming does it: the window stays, and all in it is twice as large.
  await page.evaluate((zoom) => void (document.documentElement.style.zoom = zoom), zoom);
  if (opened) await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
  return true;
}

/** After so many stops the keyboard has been everywhere. */
const STOPS = 80;

/** Walks with Tab to the first thing of that kind, and tells where the focus is not to be seen. */
async function focus(page, selector) {
  for (let stops = 0; stops < STOPS; stops++) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate((selector) => {
      const active = document.activeElement;
      if (!active?.matches(selector)) return undefined;
      const { outlineStyle, outlineWidth } = getComputedStyle(active);
      const { x, y, width, height } = active.getBoundingClientRect();
      const front = document.elementFromPoint(x + width / 2, y + height / 2);
      return {
        marked: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
        hidden: !(front && (active.contains(front) || front.contains(active))),
      };
    }, selector);
    if (!seen) continue;
    return [!seen.marked && "nothing marks the focus", seen.hidden && "something hides the focus"].filter(Boolean);
  }
  return [`the keyboard never comes to ${selector}`];
}

/** What axe-core finds. Where the system sets the colours it still reads the page's own, so contrast is not asked. */
async function wrong(page, axe, forced) {
  await page.evaluate(axe);
  const rules = { "color-contrast": { enabled: !forced } };
  const { violations } = await page.evaluate((rules) => window.axe.run({ rules }), rules);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html}`));
}

/** All pictures on one page: a row for each state, a column for each way to look. */
function sheet(taken) {
  const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const columns = [...new Set(taken.map(({ language, eye }) => `${language}, ${eye}`))];
  const rows = new Map(taken.map(({ face, name }) => [`${face}: ${name}`, []]));
  for (const one of taken) rows.get(`${one.face}: ${one.name}`).push(one);
  const cell = (row, column) => {
    const one = row.find(({ language, eye }) => `${language}, ${eye}` === column);
    return `<td>${one ? `<img loading="lazy" width="300" src="${escape(one.file)}" alt="">` : ""}</td>`;
  };
  return `<!doctype html><meta charset="utf-8"><title>Consentry in pictures</title>
<style>body{font:14px system-ui}td,th{vertical-align:top;padding:8px;text-align:start}th{position:sticky;top:0;background:#fff}img{border:1px solid #ccc}</style>
<table><tr><th>${columns.map((column) => `<th>${escape(column)}`).join("")}</tr>
${[...rows].map(([name, row]) => `<tr><th>${escape(name)}${columns.map((column) => cell(row, column)).join("")}</tr>`).join("\n")}
</table>
`;
}

await run(JSON.parse(process.argv[2]));
