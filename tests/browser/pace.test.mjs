// When the eyes look: the arithmetic alone, without a browser.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { runInNewContext } from "node:vm";

const source = await readFile(join(import.meta.dirname, "../../extension/content/pace.js"), "utf8");

/** A page where looks have long cost more than their share. */
const tired = () => {
  const pace = runInNewContext(`${source}; pace`);
  let now = 0;
  for (let look = 0; look < 20; look++) {
    now = pace.next();
    pace.looked(now, now + 20);
    now += 20;
  }
  return { pace, now };
};

test("a page that was at rest is followed closely at first", () => {
  const pace = runInNewContext(`${source}; pace`);
  pace.looked(0, 10);
  assert.equal(pace.next(), 110);
});

test("looks that go on take a hundredth of the time", () => {
  const { pace, now } = tired();
  assert.equal(pace.next() - now, 2000);
  // 20 ms in each 2020 ms.
  assert.ok(20 / (pace.next() + 20 - now) < 0.01);
});

test("whoever clicks waits a tenth of that, for three seconds and no longer", () => {
  const { pace, now } = tired();
  assert.equal(pace.acted(now), true);
  const soon = pace.next() - now;
  assert.ok(soon <= 200, `${soon} ms`);
  let at = pace.next();
  let looks = 0;
  for (; at < now + 3000; looks++) {
    pace.looked(at, at + 20);
    at = pace.next();
  }
  assert.ok(looks >= 10 && looks * 20 <= 0.1 * 3000 + 40, `${looks} looks`);
  pace.looked(at, at + 20);
  assert.ok(pace.next() - at > 1000);
});

test("where something that was lit has gone, one look comes sooner, and a look that is due does not come twice", () => {
  const { pace, now } = tired();
  assert.equal(pace.hurry(now), true);
  assert.ok(pace.next() - now <= 200);
  assert.equal(pace.hurry(now), false);
  const began = pace.next();
  pace.looked(began, began + 20);
  assert.ok(pace.next() - began > 1000);
});

test("a look that took a second is not repeated at once, whoever waits", () => {
  const pace = runInNewContext(`${source}; pace`);
  pace.looked(0, 1000);
  pace.hurry(1000);
  assert.equal(pace.next(), 3000);
});

test("what looks cost before makes nobody wait longer who waits now", () => {
  const { pace, now } = tired();
  let at = now;
  for (let look = 0; look < 10; look++) {
    pace.hurry(at);
    assert.ok(pace.next() - at <= 200, `${pace.next() - at} ms before look ${look}`);
    at = pace.next() + 20;
    pace.looked(at - 20, at);
  }
});
