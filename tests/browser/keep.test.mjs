// A page of somebody's, kept: the case is recognised as the page was, and holds nothing of theirs.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { keep } from "../robot/keep.mjs";
import { build } from "../stage/build.mjs";

const APP = "d62121f3-e023-4972-b6b0-794190c0fd98";
const AT = (item) =>
  `https://portal.azure.com/#@contoso.example/view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/${item}/objectId/1c6e8fe3-62a1-495e-8740-18ee55c1dfac/appId/${APP}`;
const FRAME = "https://sandbox-7.reactblade.portal.azure.net/contoso";

const PAGES = [
  {
    url: AT("Permissions"),
    body: `<h2>Office 365 Mover | Permissions</h2><main><button>Grant admin consent for Contoso</button>
      <table><tr><td><a href="#z">Grant admin consent for Contoso</a></td></tr></table><p>Zebra Payroll</p></main>`,
    expect: { page: "app-permissions", lit: ["Grant admin consent for Birchwood"], consent: null },
  },
  {
    url: AT("Permissions"),
    body: `<main><button>Ring Paula Zebra</button></main><iframe src="${FRAME}"></iframe>`,
    frame: `<div role="menubar"><button role="menuitem">Administratorzustimmung für Contoso erteilen</button></div>`,
    expect: { page: "app-permissions", lit: ["Administratorzustimmung für Birchwood erteilen"], consent: null },
  },
  {
    url: AT("Properties"),
    body: `<main><ul><li><label id="q">Zuweisung erforderlich?</label><div role="radiogroup" aria-labelledby="q">
      <button role="radio" aria-checked="false">Ja</button><button role="radio" aria-checked="true">Nein</button></div></li></ul></main>`,
    expect: { page: "app-properties", lit: [], consent: null },
  },
  {
    url: `https://login.microsoftonline.com/contoso.example/oauth2/v2.0/authorize?client_id=${APP}&scope=Sites.Manage.All`,
    body: `<script>$Config={"pgid":"ConvergedConsent","sFT":"zebra-token"};</script><form><div role="heading">Permissions requested</div>
      <div>paula.zebra@contoso.example</div><label><input type="checkbox" />Consent on behalf of your organization</label>
      <input type="button" id="idBtn_Back" value="Cancel" /><input type="submit" name="idSIButton9" value="Accept" /></form>`,
    expect: { page: "consent-with-tick", lit: ["Accept"], consent: "hold" },
  },
];

let work;
before(async () => (work = await mkdtemp(join(tmpdir(), "consentry-kept-"))));
after(() => rm(work, { recursive: true, force: true }));

const page = (body) => `<!doctype html><meta charset="utf-8"><title>Contoso</title><body>${body}`;

test("a kept page is recognised as the page was, twice over, and holds nothing of its owner", async () => {
  const given = [];
  for (const [n, { url, body, frame }] of PAGES.entries()) {
    const html = join(work, `${n}.html`);
    await writeFile(html, page(body));
    const frames = {};
    if (frame) await writeFile((frames[FRAME] = join(work, `${n}-frame.html`)), page(frame));
    given.push({ url, html, frames });
  }
  const first = await keep(build(), given);
  for (const [n, kept] of first.entries()) {
    assert.deepEqual(kept.case.expect, PAGES[n].expect, kept.files["page.html"]);
    assert.doesNotMatch(JSON.stringify(kept), /contoso|zebra|paula|1c6e8fe3/i);
  }
  const again = [];
  for (const [n, kept] of first.entries()) {
    const names = Object.keys(kept.files);
    for (const name of names) await writeFile(join(work, `again-${n}-${name}`), kept.files[name]);
    const frames = Object.entries(kept.case.frames).map(([url, file]) => [url, join(work, `again-${n}-${file}`)]);
    again.push({
      url: kept.case.url,
      html: join(work, `again-${n}-${kept.case.html}`),
      frames: Object.fromEntries(frames),
    });
  }
  const second = await keep(build(), again);
  for (const [n, kept] of second.entries()) {
    const html = await readFile(again[n].html, "utf8");
    assert.deepEqual(kept.case.expect, PAGES[n].expect, html);
  }
});
