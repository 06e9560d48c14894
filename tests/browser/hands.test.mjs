// The hands, in a real browser: rings and card follow what they are told, survive what pages do,
// and go without a trace.

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { until } from "../stage/stage.mjs";
import { drawn, start } from "./content/harness.mjs";
import { boxOf, isAround, overlay, touch } from "./content/overlay.mjs";
import { BOXED, HANDS } from "./content/pages.mjs";
import { CARDS, view } from "./content/views.mjs";

const WINDOW = { width: 1280, height: 860 };

let stage;
let page;
let tab;
let id;
before(async () => {
  stage = await start({ "/h/hands": HANDS, "/h/boxed": BOXED });
  page = stage.page;
  // Without motion a target is in view at once, so that no test meets it halfway.
  await page.emulateMedia({ reducedMotion: "reduce" });
});
after(() => stage?.stop());
beforeEach(() => open("/h/hands"));

async function open(path, size = WINDOW) {
  await page.setViewportSize(size);
  await stage.forget();
  await page.goto(stage.base + path);
  const { controls } = await stage.saw(path);
  tab = await stage.tab();
  id = (name) => controls.find((control) => control.attrs.id === name).id;
}

const mark = (name, kind = "point", more = {}) => ({ control: id(name), kind, ask: "click", ...more });
const paint = (marks, more = {}) => stage.tell(tab, { paint: { marks, ...more } });
const ringAround = (selector) =>
  until(`a ring around ${selector}`, async () => {
    const { rings } = await overlay(page);
    return rings.length === 1 && isAround(rings[0].box, await boxOf(page, selector)) && rings[0];
  });
const host = (check) => page.evaluate(check, "[data-consentry]");

test("a ring stands around its control and says what may be done there", async () => {
  await paint([mark("alpha", "point", { ask: "type", text: "hi" })]);
  const ring = await ringAround("#alpha");
  assert.deepEqual(
    ["data-kind", "data-ask", "data-text", "data-control"].map((name) => ring[name]),
    ["point", "type", "hi", String(id("alpha"))],
  );
});

test("a ring stands as soon as the message is heard, before any frame", async (t) => {
  const still = await start({ "/h/hands": HANDS }, { still: true });
  t.after(still.stop);
  await still.page.goto(`${still.base}/h/hands`);
  const { controls } = await still.saw("/h/hands");
  const alpha = controls.find((control) => control.attrs.id === "alpha").id;
  const inner = controls.find((control) => control.attrs.id === "inner").id;
  const marks = [alpha, inner].map((control) => ({ control, kind: "choose", ask: "click" }));
  await still.tell(await still.tab(), { paint: { marks } });
  const { rings } = await overlay(still.page);
  assert.ok(isAround(rings[0].box, await boxOf(still.page, "#alpha")));
  // Of what is scrolled out of view only the browser knows whether it is seen: no ring where nothing is.
  assert.equal(rings[1].box, undefined);
});

test("no style of the page's hides the overlay", async () => {
  await paint([mark("alpha")]);
  await ringAround("#alpha");
  const style = await host((name) => {
    const { display, opacity, visibility } = getComputedStyle(document.querySelector(name));
    return [display, opacity, visibility];
  });
  assert.deepEqual(style, ["block", "1", "visible"]);
});

test("what is painted lets every click through to the page", async () => {
  await page.evaluate(() => (document.getElementById("alpha").onclick = () => (document.title = "Pressed")));
  await paint([mark("alpha")]);
  await ringAround("#alpha");
  await page.locator("#alpha").click();
  assert.equal(await page.title(), "Pressed");
});

test("a target out of view is brought into view", async () => {
  await paint([mark("inner")]);
  await until("the scroll", () => page.evaluate(() => document.getElementById("scroller").scrollTop > 300));
  await ringAround("#inner");
});

test("a ring follows its control, and hides while that is scrolled away", async () => {
  await paint([mark("inner")]);
  await ringAround("#inner");
  await page.evaluate(() => (document.getElementById("scroller").style.marginTop = "77px"));
  await ringAround("#inner");
  await page.evaluate(() => (document.getElementById("scroller").scrollTop = 0));
  await until("the ring to hide", async () => !(await overlay(page)).rings[0].box);
});

test("a modal dialog of the page's does not cover the overlay, and it comes back after", async () => {
  const home = (parent) => () =>
    page.evaluate((parent) => !!document.querySelector(`${parent} > [data-consentry]:popover-open`), parent);
  await paint([mark("alpha")]);
  await page.evaluate(() => document.getElementById("dialog").showModal());
  await until("the overlay in the dialog", home("#dialog"));
  await page.evaluate(() => document.getElementById("dialog").close());
  await until("the overlay in the page", home("html"));
});

test("an overlay that the page throws away comes back twenty times and no more", async () => {
  await paint([mark("alpha")]);
  await ringAround("#alpha");
  const thrown = await page.evaluate(async () => {
    let thrown = 0;
    for (let frame = 0; frame < 60; frame++) {
      const overlay = document.querySelector("[data-consentry]");
      if (overlay) thrown++;
      overlay?.remove();
      await new Promise((next) => requestAnimationFrame(next));
    }
    return thrown;
  });
  assert.equal(thrown, 21);
});

test("painting nothing takes everything away", async () => {
  await paint([mark("alpha")]);
  await ringAround("#alpha");
  await paint([]);
  assert.equal((await overlay(page)).overlays, 0);
});

test("told to rest, it takes everything away and looks no more", async () => {
  await paint([mark("alpha")], { card: { tab, frame: 0 } });
  await ringAround("#alpha");
  await stage.tell(tab, { rest: true });
  assert.equal((await overlay(page)).overlays, 0);
  await stage.forget();
  await page.evaluate(() => document.body.append(document.createElement("button")));
  await drawn(page, 30);
  assert.deepEqual([await stage.heard("saw"), await stage.heard("hello")], [[], []]);
});

/** Shows a card beside a control and waits until it is as high as its words allow. */
async function showCard(card, marks, more = {}) {
  await stage.show(view(tab, card));
  await paint(marks, { card: { beside: marks[0].control, tab, frame: 0 }, ...more });
  const frame = await until("the card", () => page.frames().find((one) => /\/face\/card\.html/.test(one.url())));
  await frame.waitForSelector("[data-card]");
  await until("the card in view", async () => (await overlay(page)).card.style.includes("pointer-events"));
  // A card follows for some frames what moves beneath it.
  let last;
  const still = async () => {
    await drawn(page, 5);
    const now = JSON.stringify((await overlay(page)).card.box);
    const same = now === last;
    last = now;
    return same;
  };
  await until("the card to stand still", still);
  return { frame, box: (await overlay(page)).card.box };
}

test("a card is as high as its words, and hands on what is chosen", async () => {
  const { frame } = await showCard(CARDS.warning(tab), [mark("alpha", "avoid")]);
  await until("the height", () =>
    frame.evaluate(() => document.querySelector("main").offsetHeight === window.innerHeight),
  );
  await frame.locator("[data-do=hide]").click();
  await frame.locator("[data-do=ask_release]").click();
  await until("both choices", async () => (await stage.heard("chose")).length === 2);
  assert.deepEqual(await stage.heard("chose"), [
    { do: "hide", tab },
    { do: "ask_release", tab },
  ]);
});

/** A warning about the checkbox of the boxed page, which blocks its Accept. */
const warn = () =>
  showCard(CARDS.warning(tab), [mark("tick", "avoid")], { block: { tick: id("tick"), blocks: [id("accept")] } });

test("where there is room beside it, a card leaves all of the box free that it speaks of", async () => {
  await open("/h/boxed");
  const { box } = await warn();
  assert.equal(touch(box, await boxOf(page, "#f")), false);
});

for (const size of [
  { width: 600, height: 760 },
  { width: 800, height: 700 },
  { width: 400, height: 720 },
]) {
  test(`in a window of ${size.width} by ${size.height} a card covers neither the checkbox nor Accept`, async () => {
    await open("/h/boxed", size);
    const { box } = await warn();
    assert.equal(touch(box, await boxOf(page, "#tick")), false, "the checkbox");
    assert.equal(touch(box, await boxOf(page, "#accept")), false, "Accept");
    assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= size.width && box.y + box.height <= size.height);
  });
}

// Last: there is no extension afterwards.
test("when the extension is replaced, nothing of it stays in the page", async () => {
  await paint([mark("alpha")]);
  await ringAround("#alpha");
  // The worker ends before it can answer.
  await stage.worker.evaluate(() => chrome.runtime.reload()).catch(() => {});
  await until("the overlay to go", async () => (await overlay(page)).overlays === 0);
});
