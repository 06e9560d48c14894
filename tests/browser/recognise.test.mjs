// Every kept page of tests/recognise is what it says it is, and nothing else of it is lit.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { recognise } from "../robot/recognise.mjs";
import { build } from "../stage/build.mjs";

test("every kept page is recognised, and nothing wrong would be lit on it", async (t) => {
  const dir = join(import.meta.dirname, "..", "recognise");
  await recognise({ ...build(), dir }, (name, found) =>
    t.test(name, () => {
      assert.equal(found.error, undefined);
      const lit = found.would_light.filter((one) => one.kind !== "avoid").map((one) => one.name);
      assert.deepEqual(
        { page: found.page, lit, consent: found.consent?.verdict ?? null },
        found.expected,
        JSON.stringify(found, null, 1),
      );
    }),
  );
});
