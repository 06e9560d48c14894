// The policy file that is handed to organizations, laid where a browser reads it: each value arrives in the
// extension, and what is refused is told.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { noPolicy } from "../stage/browser.mjs";
import { build } from "../stage/build.mjs";
import { stage as setStage } from "../stage/stage.mjs";
import { browserOn } from "./company.mjs";

const built = build();
const no = noPolicy(built.browser);
const managed = (name, run) => test(name, no ? { skip: `no policy can be tried here: ${no}` } : {}, run);
const json = async (name) => JSON.parse(await readFile(new URL(`../../${name}`, import.meta.url), "utf8"));

let stage;
before(async () => (stage = await setStage(built)));
after(() => stage?.stop());

managed("the policy file for Linux reaches the extension, value by value", async (t) => {
  const policy = await json("deploy/policy/linux/chrome.json");
  const schema = await json("extension/managed-schema.json");
  const wanted = policy["3rdparty"].extensions[stage.extensionId];
  assert.deepEqual(Object.keys(wanted).sort(), Object.keys(schema.properties).sort());
  const browser = await browserOn(stage, t, { policy });
  const view = await browser.shows(
    "the settings",
    (view) => view.settings.fields.some((field) => field.locked) && view,
  );
  const got = await (await browser.worker()).evaluate(() => chrome.storage.managed.get(null));
  assert.deepEqual(got, wanted);
  // Nothing in it is refused, and what the options page offers shows the organization's value, locked.
  assert.deepEqual(view.settings.news, []);
  assert.ok(view.settings.fields.every((field) => field.locked || !(field.name in wanted)));
  assert.equal(view.backend.address, wanted.backend);
});
