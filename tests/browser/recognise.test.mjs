// Every page of tests/recognise is what it says it is, and nothing else of it is lit.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { judge, summary } from "../robot/judge.mjs";
import { recognise } from "../robot/recognise.mjs";
import { build } from "../stage/build.mjs";

// The cases in their plain form.
const dir = build().cases;

test("every kept page is recognised, and nothing wrong would be lit on it", async (t) => {
  const cases = [];
  await recognise({ ...build(), dir }, (name, found) => {
    const judged = judge(found);
    cases.push({ case: name, ...judged });
    return t.test(name, () => {
      assert.deepEqual(
        { outcome: judged.outcome, missed: judged.missed, wrong: judged.wrong },
        { outcome: found.expected.unsure && judged.rightly ? "abstained" : "found", missed: [], wrong: [] },
        JSON.stringify(found, null, 1),
      );
    });
  });
  const { wrong, text } = summary(cases);
  assert.equal(wrong, 0, text);
});

test("a page that was changed in one way is not taken for another, and nothing wrong is lit on it", async () => {
  const sample = ["menu-overview", "menu-collapsed-security", "permissions-frame", "permissions-toast-of-the-tenant"];
  const only = (name) => sample.includes(name);
  const shell = join(dir, "shell");
  for (const kind of ["classes renamed", "telemetry names gone", "landmarks gone", "pseudo-localized"]) {
    const cases = [];
    await recognise({ ...build(), dir: shell, only, change: { kind, seed: 7, words: [] } }, (name, found) => {
      cases.push({ case: name, ...judge(found) });
    });
    const { found, text } = summary(cases);
    assert.equal(found, sample.length, `${kind}: ${text}`);
  }
});

test("every page belongs to a case, and every case says why it is there", async () => {
  const files = await readdir(dir, { recursive: true });
  const pages = new Set(files.filter((file) => file.endsWith(".html")));
  const words = new Set(["page", "lit", "or_lit", "not_lit", "found", "consent", "unsure", "note"]);
  for (const file of files.filter((file) => file.endsWith(".json"))) {
    const kept = JSON.parse(await readFile(join(dir, file), "utf8"));
    assert.ok(kept.expect.note, `${file} has no note`);
    for (const word of Object.keys(kept.expect))
      assert.ok(words.has(word), `${file} expects ${word}: nobody reads that`);
    for (const page of [kept.html, ...Object.values(kept.frames ?? {})]) pages.delete(join(dirname(file), page));
  }
  assert.deepEqual([...pages], [], "pages without a case");
});

const seen = (more) => ({
  page: "app-permissions",
  would_light: [],
  looked_for: [],
  consent: null,
  dark_because: "nothing is there",
  expected: { page: "app-permissions", lit: ["Grant"], consent: null },
  ...more,
});
const lit = (name, role = "button") => ({ control: "grant-admin-consent", kind: "point", role, name });

test("what is lit and expected is found, what is not lit is an abstention", () => {
  assert.equal(judge(seen({ would_light: [lit("Grant")] })).outcome, "found");
  assert.equal(judge(seen({})).outcome, "abstained");
  assert.equal(judge(seen({ page: "unknown" })).outcome, "abstained");
});

test("lighting anything that is not expected is wrong, whatever else is lit", () => {
  for (const would_light of [[lit("Other")], [lit("Grant"), lit("Grant")], [lit("Grant"), lit("Other")]])
    assert.equal(judge(seen({ would_light })).outcome, "wrong");
  const only = { page: "app-permissions", lit: [{ name: "Grant", role: "button" }] };
  assert.equal(judge(seen({ expected: only, would_light: [lit("Grant", "link")] })).outcome, "wrong");
});

test("a page taken for another and another verdict are wrong", () => {
  assert.equal(judge(seen({ page: "app-overview" })).outcome, "wrong");
  assert.equal(judge(seen({ would_light: [lit("Grant")], consent: { verdict: "fine" } })).outcome, "wrong");
});

test("where it should be unsure, darkness is right only with a word why", () => {
  const expected = { page: "app-permissions", lit: [], unsure: true };
  assert.equal(judge(seen({ expected })).rightly, true);
  assert.deepEqual(judge(seen({ expected, dark_because: null })).missed, ["does not say why nothing is lit"]);
  assert.equal(judge(seen({ expected, would_light: [lit("Grant")] })).outcome, "wrong");
});
