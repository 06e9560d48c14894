// Where the card stands: the arithmetic alone, without a browser.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { touch } from "./content/overlay.mjs";

const source = await readFile(join(import.meta.dirname, "../../extension/content/place.js"), "utf8");
const [place, bar] = runInNewContext(`${source}; [placeCard, placeBar]`);

const WIDE = { width: 1280, height: 860 };
const POP_UP = { width: 600, height: 760 };
const CARD = { width: 360, height: 400 };
const box = (x, y, width, height) => ({ x, y, width, height });
const needed = (at) => ({ ...at, weight: 100 });
const shared = (a, b) =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));
const inside = (spot, view) =>
  spot.x >= 0 && spot.y >= 0 && spot.x + spot.width <= view.width && spot.y + spot.height <= view.height;

test("with nothing around it, a card stands right of its target, level with it", () => {
  const target = box(300, 200, 120, 32);
  const spot = place(CARD, WIDE, target, [needed(target)]);
  assert.deepEqual([spot.x, spot.y], [436, 200]);
});

test("with nothing to stand beside, a card stands in the lower right corner", () => {
  const spot = place(CARD, WIDE, undefined, []);
  assert.deepEqual([spot.x, spot.y], [904, 444]);
});

test("with room beside the target's box, a card covers none of the box", () => {
  const around = box(420, 100, 440, 620);
  const target = box(470, 320, 340, 30);
  const spot = place(CARD, WIDE, target, [needed(target)], around);
  assert.equal(touch(spot, around), false);
  assert.equal(spot.y, 320);
});

test("a card covers the target's box sooner than a mark", () => {
  const around = box(20, 20, 560, 720);
  const marks = [box(60, 300, 300, 30), box(400, 640, 140, 34)].map(needed);
  const spot = place({ width: 360, height: 240 }, POP_UP, marks[0], marks, around);
  assert.ok(marks.every((mark) => !touch(spot, mark)));
  assert.ok(inside(spot, POP_UP));
});

test("without room, a card covers less of the target's box than anywhere beside the target", () => {
  const around = box(0, 0, 300, 760);
  const target = box(40, 500, 100, 30);
  const spot = place(CARD, POP_UP, target, [needed(target)], around);
  assert.equal(touch(spot, target), false);
  // Pushed to the right edge it covers the strip that no place in this window can leave free.
  assert.equal(shared(spot, around), (300 - 224) * 400);
});

test("a card that would cover a mark wherever it stands is cut, and covers none", () => {
  const marks = [box(20, 300, 560, 30), box(20, 640, 560, 34)].map(needed);
  const spot = place(CARD, POP_UP, marks[0], marks);
  assert.ok(spot.height < CARD.height);
  assert.ok(marks.every((mark) => !touch(spot, mark)));
});

test("a card that would cover a choice wherever it stands is cut, and covers none", () => {
  const choices = [0, 1, 2, 3].map((n) => ({ ...box(80, 190 + n * 62, 440, 60), weight: 2 }));
  const spot = place({ width: 360, height: 420 }, POP_UP, choices[0], choices, box(80, 40, 440, 680));
  assert.ok(choices.every((choice) => !touch(spot, choice)));
  assert.ok(inside(spot, POP_UP));
});

test("no card is cut for the sake of the focus", () => {
  const focus = { ...box(0, 0, 600, 760), weight: 1 };
  assert.equal(place(CARD, POP_UP, undefined, [focus]).height, CARD.height);
});

test("what is needed weighs more than all choices", () => {
  const choices = Array.from({ length: 20 }, (_, n) => ({ ...box(0, n * 38, 600, 30), weight: 2 }));
  const target = needed(box(300, 700, 200, 40));
  assert.equal(touch(place(CARD, POP_UP, target, [...choices, target]), target), false);
});

test("a card stays where it was while that is hardly worse", () => {
  const around = (x) => box(x, 100, 440, 620);
  const target = box(440, 420, 340, 30);
  const first = place(CARD, WIDE, target, [needed(target)], around(420));
  const then = place(CARD, WIDE, target, [needed(target)], around(424), first.at);
  assert.equal(then.at, first.at);
});

test("a card leaves its place for a mark that appears there", () => {
  const corner = place(CARD, WIDE, undefined, []);
  const mark = needed(box(corner.x + 20, corner.y + 20, 100, 30));
  assert.equal(touch(place(CARD, WIDE, undefined, [mark], undefined, corner.at), mark), false);
});

test("a sheet as wide as the window has no gap at its sides", () => {
  const view = { width: 400, height: 720 };
  const spot = place({ width: 400, height: 300 }, view, undefined, []);
  assert.equal(spot.x, 0);
  assert.ok(inside(spot, view));
});

test("a bar stands at the bottom edge, where that is free", () => {
  const { x, y, width, height } = bar(POP_UP, [box(80, 40, 440, 600)]);
  assert.deepEqual([x, y, width, height], [0, 696, 600, 64]);
});

test("a bar finds the one gap that is high enough, and one of a single line where there is none for two", () => {
  const rows = (gap) => [box(0, 0, 600, 300), box(0, 300 + gap, 600, 460 - gap)];
  const high = bar(POP_UP, rows(70));
  assert.deepEqual([high.y, high.height], [300, 64]);
  const low = bar(POP_UP, rows(44));
  assert.deepEqual([low.y, low.height], [300, 40]);
});

test("a bar is narrow where only that leaves the buttons free", () => {
  const spot = bar(POP_UP, [box(0, 0, 600, 690), box(300, 690, 290, 70)]);
  assert.deepEqual([spot.x, spot.y, spot.width], [0, 696, 280]);
});

test("a bar that covers nothing stays where it stands", () => {
  const was = box(0, 100, 600, 64);
  assert.equal(bar(POP_UP, [box(0, 200, 600, 100)], was), was);
  assert.notEqual(bar(POP_UP, [box(0, 120, 600, 100)], was), was);
});
