// Data packs in a real browser under a real policy: whose signature counts, what a pack changes, and
// what is said of one that is refused. Signed here by Node's own cryptography, not by ours.

import assert from "node:assert/strict";
import { generateKeyPairSync, sign } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, noPolicy } from "../stage/browser.mjs";
import { build } from "../stage/build.mjs";
import { stage as setStage, until } from "../stage/stage.mjs";

const PERMISSIONS =
  "https://portal.azure.com/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Permissions/objectId/1c6e8fe3-62a1-495e-8740-18ee55c1dfac/appId/d62121f3-e023-4972-b6b0-794190c0fd98";
const RENAMED = `<!doctype html><title>A model of a page</title><h2>Office 365 Mover | Permissions</h2>
  <main><button>Approve this app for Birchwood</button></main>`;
const SERIAL = 99990101;
const PATCH = {
  labels: { "grant-admin-consent": { "en-x": { says: ["Approve this app for {0}"], confidence: "C" } } },
};

const built = build();
const no = noPolicy(built.browser);
const managed = (name, run) => test(name, no ? { skip: `no policy can be tried here: ${no}` } : {}, run);
let stage;
before(async () => (stage = await setStage(built)));
after(() => stage?.stop());

const keys = () => generateKeyPairSync("ec", { namedCurve: "P-256" });
const encode = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
/** A compact JWS with ES256 (RFC 7515, RFC 7518 section 3.4). */
function pack(key, more = {}) {
  const input = `${encode({ alg: "ES256" })}.${encode({ format: 1, serial: SERIAL, patch: PATCH, ...more })}`;
  return `${input}.${sign("sha256", Buffer.from(input), { key, dsaEncoding: "ieee-p1363" }).toString("base64url")}`;
}

async function open(t, values, more = {}) {
  const policy = { "3rdparty": { extensions: { [stage.extensionId]: values } } };
  const browser = await launch({ browser: built.browser, extension: stage.extension, policy, ...more });
  t.after(browser.close);
  await browser.context.route(/^https:/, (route) => route.fulfill({ contentType: "text/html", body: RENAMED }));
  return browser;
}
const publicKey = (pair) => JSON.stringify(pair.publicKey.export({ format: "jwk" }));
const inForce = (view) => view.settings.lines.some((line) => line.text.includes(String(SERIAL)));
/** What would be lit on the page whose button was renamed. */
async function lit(browser) {
  const page = await browser.context.newPage();
  await page.goto(PERMISSIONS);
  await page.bringToFront();
  const worker = await browser.worker();
  const tab = await worker.evaluate(async () => (await chrome.tabs.query({ active: true }))[0].id);
  const panel = await browser.context.newPage();
  await panel.goto(`chrome-extension://${stage.extensionId}/face/panel.html#tab=${tab}`);
  await panel.locator("[role=tab][data-place=activity]").click();
  await panel.locator("[data-part=diagnostics] > summary").click();
  const seen = await until("the diagnosis", async () => {
    const diagnosis = (await browser.view())?.tabs[tab]?.diagnosis;
    return diagnosis?.looked_for.length && diagnosis.complete && diagnosis;
  });
  return seen.would_light.map((one) => one.name);
}

managed("a pack signed by the policy's key makes a renamed button known, and stays after a restart", async (t) => {
  const pair = keys();
  const profile = await mkdtemp(join(tmpdir(), "consentry-pack-"));
  t.after(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  const first = await open(t, { dataPackKey: publicKey(pair), dataPack: pack(pair.privateKey) }, { profile });
  await first.shows("the pack", inForce);
  assert.deepEqual(await lit(first), ["Approve this app for Birchwood"]);
  await first.close();
  // The policy brings no pack any more: what was taken up is still signed by its key.
  const again = await open(t, { dataPackKey: publicKey(pair) }, { profile });
  await again.shows("the pack", inForce);
});

managed("a pack that somebody else signed is refused, and nothing of it is believed", async (t) => {
  const browser = await open(t, { dataPackKey: publicKey(keys()), dataPack: pack(keys().privateKey) });
  await browser.shows("the refusal", (view) => view.settings.news.some((line) => /data pack.*signed/.test(line.text)));
  assert.ok(!inForce(await browser.view()));
  assert.deepEqual(await lit(browser), []);
});

managed("a pack whose tables do not fit is refused with the reason", async (t) => {
  const pair = keys();
  const wrong = pack(pair.privateKey, { patch: { controls: { save: { click: true } } } });
  const browser = await open(t, { dataPackKey: publicKey(pair), dataPack: wrong });
  await browser.shows("the refusal", (view) => view.settings.news.some((line) => line.text.includes("click")));
});

managed("without a key of the policy's no pack is taken up, whoever signed it", async (t) => {
  const browser = await open(t, { dataPack: pack(keys().privateKey), zeroTouch: false });
  await browser.shows("the settings", (view) => view.settings.lines.some((line) => line.text.includes("zeroTouch")));
  assert.ok(!inForce(await browser.view()));
});

managed("a station that a pack switched off lights nothing, and its words stay", async (t) => {
  const pair = keys();
  const off = pack(pair.privateKey, { off: ["grant"] });
  const browser = await open(t, { dataPackKey: publicKey(pair), dataPack: off });
  await browser.shows("the pack", inForce);
  assert.deepEqual(await lit(browser), []);
});
