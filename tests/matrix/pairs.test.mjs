// The list of the matrix: what it promises to hold.

import assert from "node:assert/strict";
import { test } from "node:test";
import { pairsIn, pairsOf, pairwise } from "./pairs.mjs";
import { DIMENSIONS, matrix } from "./table.mjs";

test("every pair of values occurs in a list, and the parts that were asked for", () => {
  const dimensions = { a: [1, 2, 3], b: ["x", "y"], c: [true, false], d: [0, 1, 2, 3] };
  const wanted = [{ a: 2, d: 3, b: 1 }];
  const rows = pairwise(dimensions, { seed: 7, rows: wanted });
  const held = new Set(rows.flatMap(pairsIn));
  assert.deepEqual(
    [...pairsOf(dimensions).keys()].filter((pair) => !held.has(pair)),
    [],
  );
  assert.ok(rows.some((row) => row.a === 2 && row.d === 3 && row.b === 1));
  assert.ok(rows.length < 3 * 2 * 2 * 4, "fewer than all combinations");
});

test("the same seed makes the same list", () => {
  const dimensions = { a: [1, 2, 3], b: ["x", "y"], c: [true, false] };
  assert.deepEqual(pairwise(dimensions, { seed: 5 }), pairwise(dimensions, { seed: 5 }));
});

test("the matrix holds at least 48 scenarios, with names of their own, and every pair of its dimensions", () => {
  const rows = matrix();
  assert.ok(rows.length >= 48, String(rows.length));
  assert.equal(new Set(rows.map((row) => row.name)).size, rows.length);
  const indices = rows.filter((row) => row.indices).map((row) => row.indices);
  const held = new Set(indices.flatMap(pairsIn));
  assert.deepEqual(
    [...pairsOf(DIMENSIONS).keys()].filter((pair) => !held.has(pair)),
    [],
  );
});

test("the trap is offered in every language with every markup of the checkbox", () => {
  const offered = new Set(
    matrix()
      .filter((row) => row.indices && row.as === "global-admin")
      .map((row) => `${row.scenario.language} ${row.scenario.consent_form}`),
  );
  assert.equal(offered.size, DIMENSIONS.language.length * DIMENSIONS.consent_form.length);
});
