// The eyes, in a real browser: what a sighting holds, and above all what it does not.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { until } from "../stage/stage.mjs";
import { start } from "./content/harness.mjs";
import { CLOBBERED, COLUMNS, LONG, READINGS, TURNING, ZOO } from "./content/pages.mjs";

const PATH = "/h/zoo";

let stage;
let saw;
before(async () => {
  stage = await start({
    [PATH]: ZOO,
    "/h/clobbered": CLOBBERED,
    "/h/columns": COLUMNS,
    "/h/long": LONG,
    "/h/readings": READINGS,
    "/h/turning": TURNING,
  });
  await stage.page.goto(`${stage.base}${PATH}?q=1#frag`);
  saw = await stage.saw(PATH);
});
after(() => stage?.stop());

const control = (id) => saw.controls.find((one) => one.attrs.id === id);

test("nothing typed or chosen is told", () => {
  assert.doesNotMatch(JSON.stringify(saw), /secret|hunter2/);
});

test("a password and a hidden field are not told at all", () => {
  assert.deepEqual([control("pw"), control("hid")], [undefined, undefined]);
});

test("whether a field holds something is told", () => {
  const filled = ["name", "area", "edit", "empty"].map((id) => control(id).filled);
  assert.deepEqual(filled, [true, true, true, false]);
});

test("roles and names are those a screen reader says", () => {
  const ids = ["save", "name", "box", "switch", "ref", "invisible", "shadowed", "tile", "select", "edit"];
  assert.deepEqual(
    ids.map((id) => [control(id)?.role, control(id)?.name]),
    [
      ["button", "Save"],
      ["textbox", "Name"],
      ["checkbox", "Agree to it"],
      ["switch", "On"],
      ["button", "Ref erred"],
      ["button", "Invisible name"],
      ["button", "In shadow"],
      ["generic", "Tile text"],
      ["combobox", "Kind"],
      ["textbox", "Notes"],
    ],
  );
  assert.equal(saw.controls.find((one) => one.role === "heading").name, "Title of page");
});

test("a telemetry name on a button's label names the button, once", () => {
  const tagged = saw.controls.filter((one) => one.attrs["data-telemetryname"] === "Command-Save");
  assert.deepEqual(
    tagged.map((one) => one.attrs.id),
    ["save"],
  );
});

test("what nobody can use is not told", () => {
  assert.equal(control("plain"), undefined);
});

test("selected, open, disabled and visible are told as they are", () => {
  assert.deepEqual([control("box").checked, control("switch").checked], [true, true]);
  assert.equal(control("summary").expanded, false);
  assert.deepEqual([control("disabled").disabled, control("within-disabled").disabled], [true, true]);
  assert.deepEqual([control("invisible").visible, control("save").visible], [false, true]);
});

test("where a control stands is told: its landmarks and the words of its row", () => {
  assert.deepEqual(control("inrow").within, ["row", "table", "main"]);
  assert.equal(control("inrow").row, "Office 365 Mover Open");
  assert.deepEqual(control("initem").within, ["listitem", "list", "main"]);
  assert.equal(control("initem").row, "One Do");
  assert.deepEqual(saw.controls[0].within, ["navigation", "banner"]);
});

test("an alert is told with its words, and what was asked to be read out is read out", () => {
  assert.ok(saw.controls.some((one) => one.role === "alert" && one.name === "Could not retrieve user count"));
  assert.deepEqual(saw.probes, { aadsts: "50105", pgid: "ConvergedConsent" });
});

test("a change inside a shadow root is seen", async () => {
  await stage.page.evaluate(() => (document.getElementById("host").shadowRoot.firstChild.textContent = "Changed"));
  await until("the change", async () => (await stage.saw(PATH)).controls.some((one) => one.name === "Changed"));
});

test("a control keeps its number when its name changes", async () => {
  const { id } = control("save");
  await stage.page.evaluate(() => document.getElementById("save").append("d"));
  await until("the name", async () => {
    const { controls } = await stage.saw(PATH);
    return controls.find((one) => one.id === id)?.name === "Saved";
  });
});

test("a new address in the same document is told", async () => {
  await stage.page.evaluate(() => history.pushState({}, "", "/h/zoo2#view"));
  await until("a hello", async () => (await stage.heard("hello")).some(({ url }) => url.endsWith("/h/zoo2#view")));
});

test("a form whose fields are called like what scripts ask of it is seen like any other", async () => {
  await stage.page.goto(`${stage.base}/h/clobbered`);
  const { controls, lang } = await stage.saw("/h/clobbered");
  const button = controls.find((one) => one.name === "Go on");
  assert.deepEqual([button?.visible, button?.within, lang], [true, ["form", "main"], "en"]);
  assert.ok(controls.some((one) => one.name === "After it"));
});

/** One field of some controls of a page, by their ids. */
async function told(path, field, ids) {
  await stage.page.goto(stage.base + path);
  const { controls } = await stage.saw(path);
  return ids.map((id) => controls.find((one) => one.attrs.id === id)?.[field]);
}

test("what a person reads in a control is told where that is not its name", async () => {
  const ids = ["other", "same", "unheard", "field", "mixed", "plain", "box", "silent", "typed"];
  assert.deepEqual(await told("/h/readings", "read", ids), [
    "Cancel",
    undefined,
    "Cancel",
    "Cancel",
    "Acceptnot",
    undefined,
    "Everybody",
    "Everybody",
    undefined,
  ]);
});

test("a short answer is told with its question, wherever that stands and whoever sees it", async () => {
  assert.deepEqual(await told("/h/readings", "row", ["yes", "beside", "unseen"]), [
    "For all?",
    "For some?",
    "For nobody?",
  ]);
  assert.deepEqual(await told("/h/readings", "group", ["yes"]), ["For all? Yes"]);
});

test("an id in a row is told with the head of its column, where there is one", async () => {
  assert.deepEqual(await told("/h/columns", "columns", ["table", "headless", "grid", "spans", "item"]), [
    { "Object ID": "5490c3ed-785d-422a-b558-a40890c0fd98", "Application ID": "d62121f3-e023-4972-b6b0-794190c0fd98" },
    undefined,
    { Owner: "d62121f3-e023-4972-b6b0-794190c0fd98" },
    undefined,
    undefined,
  ]);
});

test("a page of ten megabytes is looked at in slices", async () => {
  await stage.forget();
  const cdp = await stage.context.newCDPSession(stage.page);
  await cdp.send("Profiler.enable");
  await cdp.send("Profiler.start");
  await stage.page.goto(`${stage.base}/h/long`);
  const { controls } = await stage.saw("/h/long");
  const { profile } = await cdp.send("Profiler.stop");
  assert.ok(controls.some((one) => one.name === "At its end"));
  const { longest, total } = stretches(profile);
  assert.ok(longest < total / 2, `${longest.toFixed()} of ${total.toFixed()} ms were at once`);
});

test("a page that changes while it is looked at is told as it was at one moment", async () => {
  await stage.forget();
  await stage.page.goto(`${stage.base}/h/turning`);
  const seen = await until("looks at three states of the page", async () => {
    const all = (await stage.heard("saw")).filter(({ url }) => url.includes("/h/turning"));
    const ends = all.map(({ controls }) =>
      ["first", "last"].map((id) => controls.find((one) => one.attrs.id === id)?.name),
    );
    return new Set(ends.map(String)).size >= 3 && ends;
  });
  // The page is looked at before it was read to its end, too: there is one end then.
  for (const [first, last] of seen.filter(([, last]) => last)) assert.equal(first, last);
  assert.ok(seen.filter(([, last]) => last).length >= 3, JSON.stringify(seen));
});

test("a page that never rests is looked at ten times a second at most", async () => {
  await stage.page.goto(stage.base + PATH);
  await stage.saw(PATH);
  await stage.forget();
  const took = await stage.page.evaluate(neverRest, 240);
  const looks = (await stage.heard("saw")).length;
  assert.ok(looks <= 1 + took / 100, `${looks} looks in ${took} ms`);
});

for (const [how, come, there = ""] of [
  ["comes as a control", () => add("button", { textContent: "Grant admin\u00a0consent for Contoso" })],
  [
    "comes in the midst of other things",
    () => add("div", { innerHTML: "<p>What it may do</p><a href>Grant admin consent</a>" }),
  ],
  [
    "is written on a control that was there",
    () => (document.querySelector("#save span").firstChild.data = "Grant admin consent"),
  ],
  [
    "is what a control is called from now on",
    () => (document.getElementById("save").ariaLabel = "Grant admin consent"),
  ],
  [
    "was there, and can be used now",
    () => (document.getElementById("grant").disabled = false),
    "<button id=grant disabled>Grant admin consent</button>",
  ],
])
  test(`what a journey waits for is looked for although a look is not due: it ${how}`, async () => {
    const tired = await start({ [PATH]: ZOO + there }, { tired: true, open: true });
    try {
      await tired.page.goto(tired.base + PATH);
      await until("the first look", async () => (await tired.heard("saw")).length > 0);
      await tired.forget();
      await tired.page.evaluate(`globalThis.add = ${add}`);
      await tired.page.evaluate(() => globalThis.add("button", { textContent: "Something else" }));
      await tired.page.evaluate(come);
      const [first] = await until("a look", async () => {
        const seen = await tired.heard("saw");
        return seen.length > 0 && seen;
      });
      const usable = first.controls.filter((one) => !one.disabled);
      const names = usable.map((one) => one.name);
      assert.ok(
        names.some((name) => /^Grant admin.consent/.test(name)),
        names.join(),
      );
      assert.ok(names.includes("Something else"), "what is not awaited did not have a look of its own");
    } finally {
      await tired.stop();
    }
  });

/** Runs in the page: one element more. */
function add(kind, what) {
  document.querySelector("main").append(Object.assign(document.createElement(kind), what));
}

/** Runs in the page: many buttons, some of them called something else with every frame. */
async function neverRest(frames) {
  const began = performance.now();
  const rows = Array.from({ length: 400 }, (_, n) => {
    const row = document.createElement("div");
    row.append(Object.assign(document.createElement("button"), { textContent: `Button ${n}` }));
    return row;
  });
  document.querySelector("main").append(...rows);
  for (let n = 0; n < frames * 16; n++) {
    const row = rows[n % rows.length];
    row.firstChild.textContent = `Button ${n}`;
    row.append(Object.assign(document.createElement("span"), { textContent: `Label ${n}` }));
    if (n >= rows.length) row.firstChild.nextSibling.remove();
    if (n % 16 === 0) await new Promise((next) => requestAnimationFrame(next));
  }
  return performance.now() - began;
}

/** The samples of a profile: how long each was, in milliseconds, and whether the extension's scripts ran. */
function sampled({ nodes, samples, timeDeltas }) {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const ours = new Set(nodes.filter(({ callFrame }) => /^chrome-extension:/.test(callFrame.url)).map(({ id }) => id));
  const isOurs = (id) => id !== undefined && (ours.has(id) || isOurs(parents.get(id)));
  return samples.map((id, n) => ({ own: isOurs(id), ms: timeDeltas[n] / 1000 }));
}

/** How long they took together, and at once at most, in milliseconds. A loaded machine stretches both. */
function stretches(profile) {
  let run = 0;
  let total = 0;
  const runs = sampled(profile).map(({ own, ms }) => {
    if (own) total += ms;
    return (run = own ? run + ms : 0);
  });
  return { longest: Math.max(...runs), total };
}
