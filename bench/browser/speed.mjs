// How long after its target is there a guide stands around it and can be read, and how far it is from it
// after the page has moved.

import { card, dark, guided, light, OURS, WORDS } from "./variants.mjs";
import { view } from "../../tests/browser/content/views.mjs";

/** Changes of each kind, and the way back of each. */
const TURNS = 10;

/**
 * @returns milliseconds from the target to the ring and to the card, and by kind of change how many pixels the ring
 *   is off in the frame of the change and half a second later; null where it stands around nothing any more
 */
export async function speed(stage, scripts, { page: name, variant, warm = false }) {
  const { page, tab } = await guided(stage, scripts, variant, name, "late");
  try {
    const frame = warm ? await waiting(stage, page, tab) : undefined;
    if (variant === OURS) await light(stage, tab, "late");
    const readable = frame?.evaluate(says, WORDS.title);
    const { began, ...times } = await page.evaluate(arrival);
    if (readable) times.card = (await readable) - began;
    const off = {};
    for (const kind of ["scroll", "move", "anew"]) off[kind] = await page.evaluate(follows, [kind, TURNS]);
    return { ...times, off };
  } finally {
    await dark(stage);
    await page.close();
  }
}

/** A card stands in the page already, and says something else. */
async function waiting(stage, page, tab) {
  await stage.show(view(tab, card({ title: "Where you are" })));
  await stage.tell(tab, { paint: { marks: [], card: { tab, frame: 0 } } });
  const element = await page.waitForSelector("[data-consentry] iframe");
  const frame = await element.contentFrame();
  await frame.getByRole("heading", { name: "Where you are" }).waitFor();
  return frame;
}

/** @returns when the page has drawn the words, in milliseconds since 1970 */
async function says(words) {
  while (!document.body.innerText.includes(words)) await new Promise(requestAnimationFrame);
  return performance.timeOrigin + performance.now();
}

async function arrival() {
  const began = performance.timeOrigin + performance.now();
  const since = () => performance.timeOrigin + performance.now() - began;
  const target = document.createElement("button");
  target.id = "late";
  target.textContent = "Grant admin consent";
  document.getElementById("place").append(target);
  const times = { began };
  while (!times.ring || !times.card) {
    await globalThis.measure.painted();
    const off = globalThis.measure.off("late");
    const around = off !== null && off < 1.5;
    if (around) times.ring ??= since();
    if (globalThis.measure.readable()) times.card ??= since();
  }
  return times;
}

async function follows([kind, turns]) {
  const CHANGES = {
    scroll: (there) => scrollBy(0, there ? 24 : -24),
    move: (there) => (document.getElementById("place").style.paddingLeft = there ? "48px" : "0"),
    anew: () => {
      const old = document.getElementById("late");
      old.replaceWith(old.cloneNode(true));
    },
  };
  const { painted, off } = globalThis.measure;
  const first = [];
  const later = [];
  for (let turn = 0; turn < turns; turn++) {
    CHANGES[kind](turn % 2 === 0);
    await painted();
    first.push(off("late"));
    await new Promise((done) => setTimeout(done, 500));
    await painted();
    later.push(off("late"));
  }
  return { first, later };
}
