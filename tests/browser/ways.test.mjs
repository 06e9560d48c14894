// Ways around the hold, each tried in a real browser: whatever a hurried person or the page's own
// scripts do while the checkbox is selected, the form does not go.

// An element of a page is a global of its scripts by its id.
/* global tick, accept, f */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { until } from "../stage/stage.mjs";
import { drawn, start } from "./content/harness.mjs";
import { page as html } from "./content/pages.mjs";

const LABEL = "Consent on behalf of your organization";
const TICK = `<label id=lt><input type=checkbox id=tick name=all> ${LABEL}</label>`;
const ACCEPT = "<input type=submit id=accept name=accepted value=Accept accesskey=k>";
const FORM = (tick = TICK, accept = ACCEPT, more = "") =>
  `<form id=f method=post action=/h/posted><h1>Permissions requested</h1><p>${tick}</p>
   <input id=other name=other> <input type=button id=cancel value=Cancel> ${accept} <label id=la for=accept>Go on</label></form>${more}`;
const SCRIPT = (text) => `<script nonce=x>${text}</script>`;
const HEARS = SCRIPT(`window.log = [];
  for (const type of ["pointerdown","pointerup","mousedown","mouseup","touchstart","touchend","click","dblclick","auxclick","keydown","keypress","keyup","submit","formdata"])
    addEventListener(type, (event) => log.push(type), true);`);
/** Leaves the page at the first sign of a press on Accept. */
const FLEES = (types) =>
  SCRIPT(`for (const type of ${JSON.stringify(types)})
    addEventListener(type, (event) => event.target.id == "accept" && (location = "/h/posted?" + type), true);`);

// What Playwright calls a click waits for a navigation that was called off: it never ends.
const ticks = (page) => page.locator("#tick").click({ noWaitAfter: true });
const clicks = (page) => page.locator("#accept").click({ noWaitAfter: true });
const runs = (script) => (page) => page.evaluate(script);
const presses =
  (key, where = "#accept") =>
  async (page) => {
    await page.locator(where).focus();
    await page.keyboard.press(key);
  };
const middle = async (page, selector) => {
  const { x, y, width, height } = await page.locator(selector).boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
};
const withCdp = async (page, act) => {
  const cdp = await page.context().newCDPSession(page);
  await act(cdp);
  await cdp.detach();
};
const taps = (page) =>
  withCdp(page, async (cdp) => {
    const point = await middle(page, "#accept");
    await cdp.send("Emulation.setTouchEmulationEnabled", { enabled: true });
    await cdp.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [point] });
    await cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  });
const pressesAltK = (page) =>
  withCdp(page, async (cdp) => {
    const key = { key: "k", code: "KeyK", windowsVirtualKeyCode: 75, unmodifiedText: "k", modifiers: 1 };
    await cdp.send("Input.dispatchKeyEvent", { ...key, type: "keyDown" });
    await cdp.send("Input.dispatchKeyEvent", { ...key, type: "keyUp" });
  });
const pens = (page) =>
  withCdp(page, async (cdp) => {
    const pen = { ...(await middle(page, "#accept")), button: "left", clickCount: 1, pointerType: "pen" };
    await cdp.send("Input.dispatchMouseEvent", { ...pen, type: "mousePressed" });
    await cdp.send("Input.dispatchMouseEvent", { ...pen, type: "mouseReleased" });
  });

/**
 * Each way: the page's body, what is done before and after its checkbox is selected (`null`: selecting is enough;
 * `set`: it is selected already), and what the page may hear of it.
 * @type {Record<string, {body?: string, first?: (page) => Promise<unknown>, act: ((page) => Promise<unknown>) | null, hears?: string[], set?: boolean}>}
 */
const WAYS = {
  // By hand.
  "a mouse": { act: clicks, hears: [] },
  "a mouse that clicks twice": { act: (page) => page.locator("#accept").dblclick({ noWaitAfter: true }), hears: [] },
  "a mouse that clicks three times": {
    act: (page) => page.locator("#accept").click({ clickCount: 3, noWaitAfter: true }),
    hears: [],
  },
  "a finger": { act: taps, hears: [] },
  "a pen": { act: pens, hears: [] },
  Enter: { act: presses("Enter"), hears: [] },
  "Enter on the number pad": { act: presses("NumpadEnter"), hears: [] },
  Space: { act: presses(" "), hears: [] },
  "Enter on the box itself": { act: presses("Enter", "#tick"), hears: [] },
  "Enter in another field": { act: presses("Enter", "#other"), hears: [] },
  "Enter in the only field of the form": {
    body: `<form id=f method=post action=/h/posted>${TICK}<input id=other></form><button id=accept form=f>Accept</button>`,
    act: presses("Enter", "#other"),
    hears: [],
  },
  "the access key": { act: pressesAltK },
  "the label of Accept": { act: (page) => page.locator("#la").click({ noWaitAfter: true }) },
  "a button with parts of its own": {
    body: FORM(TICK, "<button id=accept><span><b id=deep>Accept</b></span></button>"),
    act: (page) => page.locator("#deep").click({ noWaitAfter: true }),
    hears: [],
  },
  "an image for a button": {
    body: FORM(TICK, '<input type=image id=accept alt=Accept src="">'),
    act: clicks,
    hears: [],
  },
  "Accept within the label of the box": {
    body: FORM(`<label><input type=checkbox id=tick> ${LABEL} <button id=accept>Accept</button></label>`, ""),
    act: clicks,
    hears: [],
  },
  "a box whose label was dragged": {
    set: true,
    first: async (page) => {
      await page.locator("#lt").dragTo(page.locator("#other"));
      if (!(await page.locator("#tick").isChecked())) await ticks(page);
    },
    act: clicks,
  },

  // A page that acts on the press before it is a click.
  "a page that leaves when a button is pressed down": {
    body: FLEES(["pointerdown", "mousedown"]) + FORM(),
    act: clicks,
  },
  "a page that leaves when a button is let go": {
    body: FLEES(["pointerup", "mouseup", "click"]) + FORM(),
    act: clicks,
  },
  "a page that leaves when it is touched": { body: FLEES(["touchstart", "touchend"]) + FORM(), act: taps },
  "a page that leaves at the middle button": {
    body: FLEES(["auxclick", "mousedown"]) + FORM(),
    act: async (page) => {
      await page.locator("#accept").click({ button: "middle", noWaitAfter: true });
      await clicks(page);
    },
  },
  "a page that leaves when a key goes down or up": {
    body: FLEES(["keydown", "keypress", "keyup"]) + FORM(),
    act: presses("Enter"),
  },

  // Scripts of the page.
  "a script that clicks": { act: runs(() => document.getElementById("accept").click()) },
  "a script that makes up a click": {
    act: runs(() =>
      document.getElementById("accept").dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })),
    ),
  },
  "a script that makes up Enter while something is composed": {
    body: FORM() + SCRIPT(`other.addEventListener("keydown", (event) => event.isComposing && f.requestSubmit())`),
    act: runs(() =>
      document
        .getElementById("other")
        .dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true })),
    ),
  },
  "selecting the checkbox and Accept in one task": {
    set: true,
    first: async () => {},
    act: runs(() => {
      document.getElementById("tick").click();
      document.getElementById("accept").click();
    }),
  },
  "a script that asks to submit": { act: runs(() => document.getElementById("f").requestSubmit()) },
  "a script that asks to submit by the button": {
    act: runs(() => document.getElementById("f").requestSubmit(document.getElementById("accept"))),
  },
  "a script that submits": { act: runs(() => document.getElementById("f").submit()) },
  "a script that submits through the prototype": {
    act: runs(() => HTMLFormElement.prototype.submit.call(document.getElementById("f"))),
  },
  "a script that submits through a frame's prototype": {
    act: runs(() => {
      const frame = document.createElement("iframe");
      document.body.append(frame);
      frame.contentWindow.HTMLFormElement.prototype.submit.call(document.getElementById("f"));
    }),
  },
  "a script that turns the form into an address": {
    act: runs(() => {
      const form = document.getElementById("f");
      form.method = "get";
      form.submit();
    }),
  },
  "a page that submits when the box changes": {
    body: FORM() + SCRIPT("tick.onchange = () => f.submit()"),
    act: null,
  },
  "a page that submits at the box's input": {
    body: FORM() + SCRIPT("tick.oninput = () => f.requestSubmit()"),
    act: null,
  },
  "a page that submits right after the change": {
    body: FORM() + SCRIPT("tick.onchange = () => queueMicrotask(() => f.submit())"),
    act: null,
  },
  "a page that submits a moment after the change": {
    body: FORM() + SCRIPT("tick.onchange = () => setTimeout(() => f.submit(), 5)"),
    act: null,
  },
  "a page that clicks in the change": { body: FORM() + SCRIPT("tick.onchange = () => accept.click()"), act: null },

  // A page that changes after the look.
  "a box in a new place": {
    first: runs(() => {
      const around = document.createElement("div");
      const box = tick;
      box.closest("p").replaceWith(around);
      around.append(box);
    }),
    act: clicks,
  },
  "Accept in a new place": {
    first: runs(() => {
      const around = document.createElement("div");
      document.body.append(around);
      around.append(accept);
      accept.setAttribute("form", "f");
    }),
    act: clicks,
  },
  "a copy of Accept": {
    first: runs(() => f.append(Object.assign(accept.cloneNode(true), { id: "copy" }))),
    act: (page) => page.locator("#copy").click({ noWaitAfter: true }),
  },
  "a copy of Accept in no form": {
    body:
      FORM(TICK, "<button type=button id=accept>Accept</button>") +
      SCRIPT("accept.onclick = () => (location = '/h/posted')"),
    first: runs(() => {
      const copy = Object.assign(accept.cloneNode(true), { id: "copy", onclick: accept.onclick });
      document.body.append(copy);
    }),
    act: (page) => page.locator("#copy").click({ noWaitAfter: true }),
  },
  "a button of scripts put in the place of Accept": {
    body:
      FORM(TICK, "<button type=button id=accept>Accept</button>") +
      SCRIPT("accept.onclick = () => (location = '/h/posted')"),
    first: runs(() => {
      const other = Object.assign(document.createElement("button"), { type: "button", textContent: "Accept" });
      other.onclick = accept.onclick;
      accept.replaceWith(other);
      other.id = "copy";
    }),
    act: (page) => page.locator("#copy").click({ noWaitAfter: true }),
  },
  "a second form with a copy of the box": {
    first: runs(() => {
      const copy = f.cloneNode(true);
      f.hidden = true;
      document.body.append(copy);
    }),
    act: async (page) => {
      await page.locator("#tick >> visible=true").click();
      await page.locator("#accept >> visible=true").click({ noWaitAfter: true });
    },
    set: true,
  },
  "a button that names another address": {
    body: FORM(TICK, `${ACCEPT.replace("submit", "submit formaction=/h/elsewhere")}`),
    act: clicks,
  },
  "a form that aims at another window": {
    body: FORM().replace("method=post", "method=post target=_blank"),
    act: clicks,
  },
  "something laid over Accept": {
    first: runs(() => {
      const { x, y, width, height } = accept.getBoundingClientRect();
      const over = document.createElement("div");
      over.style.cssText = `position:fixed;left:${x}px;top:${y}px;width:${width}px;height:${height}px`;
      over.id = "over";
      over.onclick = () => f.requestSubmit();
      document.body.append(over);
    }),
    act: (page) => page.locator("#over").click({ noWaitAfter: true }),
  },
  "Accept that is enabled only after the checkbox is selected": {
    body:
      FORM(TICK, ACCEPT.replace("id=accept", "id=accept disabled")) +
      SCRIPT("tick.onchange = () => (accept.disabled = false)"),
    act: clicks,
  },
  "a checkbox that a script selects after the click": {
    set: true,
    body:
      FORM() + SCRIPT("tick.onclick = (event) => { event.preventDefault(); setTimeout(() => (tick.checked = true)); }"),
    first: async (page) => {
      await ticks(page);
      await until("the checkbox to be selected", () => page.locator("#tick").isChecked());
    },
    act: clicks,
  },
  "a checkbox that is indeterminate": {
    set: true,
    first: runs(() => void (tick.indeterminate = true)),
    act: clicks,
  },
  "a form in a shadow root": {
    body: `<div id=host></div>${SCRIPT(`const root = host.attachShadow({ mode: "open" });
      root.append(Object.assign(document.createElement("form"), { id: "f", method: "post", action: "/h/posted" }));
      const form = root.firstChild;
      const label = document.createElement("label");
      label.append(Object.assign(document.createElement("input"), { type: "checkbox", id: "tick" }), ${JSON.stringify(LABEL)});
      form.append(label, Object.assign(document.createElement("input"), { type: "submit", id: "accept", value: "Accept" }));`)}`,
    act: clicks,
  },

  // A page that works against us.
  "a page that listens before it has a body, and stops what it hears": {
    body:
      SCRIPT(`for (const type of ["click", "submit", "keydown"])
        addEventListener(type, (event) => { event.stopImmediatePropagation(); if (event.target.id == "accept") location = "/h/posted"; }, true);`) +
      FORM(),
    act: clicks,
  },
  "a page with listeners and prototypes of its own": {
    body:
      SCRIPT(`EventTarget.prototype.addEventListener = EventTarget.prototype.removeEventListener = () => {};
        Event.prototype.preventDefault = Event.prototype.stopImmediatePropagation = () => {};
        Event.prototype.composedPath = () => [];
        Element.prototype.matches = () => false;
        Object.defineProperty(HTMLInputElement.prototype, "checked", { get: () => false, set() {} });
        for (const type of [Event, EventTarget, Element, HTMLFormElement]) Object.freeze(type.prototype);`) + FORM(),
    act: clicks,
  },
  "a page that takes our overlay away": {
    first: runs(() => {
      new MutationObserver(() => document.querySelector("[data-consentry]")?.remove()).observe(document, {
        subtree: true,
        childList: true,
      });
      document.querySelector("[data-consentry]").remove();
    }),
    act: clicks,
  },
  "a form with fields that are called like its properties": {
    body: FORM(TICK, ACCEPT, "").replace(
      "<h1>",
      "<input type=hidden name=id><input type=hidden name=form><input type=hidden name=submit><input type=hidden name=action><h1>",
    ),
    act: clicks,
  },
};

const paths = Object.fromEntries(Object.keys(WAYS).map((way, n) => [way, `/h/way-${n}`]));
let stage;
before(async () => {
  const frame = "/h/framed";
  const pages = {
    ...Object.fromEntries(
      Object.entries(WAYS).map(([way, { body = FORM() }]) => [paths[way], html("Way", HEARS + body)]),
    ),
    [frame]: html("Framed", `<h1>Around</h1><iframe src="/h/inner" id=inner></iframe>`),
    "/h/inner": html("Inner", FORM()),
  };
  stage = await start(pages, { hold: true });
});
after(() => stage?.stop());

/** Blocks Accept while the checkbox is selected, in the frame that shows `path`. */
async function hold(path, frame = 0) {
  const { controls } = await stage.saw(path);
  const id = (name) => controls.find((control) => control.attrs.id === name).id;
  const marks = [{ control: id("tick"), kind: "avoid", ask: "none" }];
  await stage.tell(await stage.tab(), { paint: { marks, block: { tick: id("tick"), blocks: [id("accept")] } } }, frame);
}

async function open(path) {
  const { page } = stage;
  await stage.forget();
  stage.posts.length = 0;
  await page.goto(stage.base + path);
  await hold(path);
  return page;
}

for (const [way, { first, act, hears, set = false }] of Object.entries(WAYS)) {
  test(`the hold is not got around by ${way}`, async () => {
    const page = await open(paths[way]);
    await first?.(page);
    if (!set) await ticks(page);
    await page.evaluate(() => void (window.log.length = 0));
    const pages = page.context().pages().length;
    await act?.(page);
    await until("the report", async () => (await stage.heard("held")).length > 0);
    await drawn(page, 3);
    assert.equal(page.url(), stage.base + paths[way]);
    assert.deepEqual(stage.posts, []);
    assert.equal(page.context().pages().length, pages);
    if (hears) assert.deepEqual(await page.evaluate(() => window.log), hears);
  });
}

test("a script that submits into another window carries nothing there", async () => {
  const page = await open(paths["a form that aims at another window"]);
  await ticks(page);
  await page.evaluate(() => document.getElementById("f").submit());
  await until("a post", () => stage.posts[0]);
  assert.deepEqual(stage.posts, [{ path: "/h/posted", body: "" }]);
});

test("a page that opens its document anew is held when the core has looked again", async () => {
  const page = await open(paths["a mouse"]);
  // Before, and not after: the eyes may be quicker than the answer that it was done.
  await stage.forget();
  await page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true);
    document.open();
    document.close();
    document.documentElement?.remove();
    document.append(copy);
  });
  await hold(paths["a mouse"]);
  await ticks(page);
  await clicks(page);
  await until("the report", async () => (await stage.heard("held")).length > 0);
  await page.evaluate(() => document.getElementById("f").submit());
  await drawn(page, 3);
  assert.deepEqual(stage.posts, []);
});

test("a form in a frame is held there", async () => {
  const { page } = stage;
  await stage.forget();
  stage.posts.length = 0;
  await page.goto(`${stage.base}/h/framed`);
  await stage.saw("/h/inner");
  const frame = await stage.worker.evaluate(
    () => globalThis.heard.find(({ message }) => message.saw?.url.includes("/h/inner")).sender.frame,
  );
  await hold("/h/inner", frame);
  const inner = page.frameLocator("#inner");
  await inner.locator("#tick").click();
  await inner.locator("#accept").click({ noWaitAfter: true });
  await until("the report", async () => (await stage.heard("held")).length > 0);
  await page.evaluate(() => document.getElementById("inner").contentDocument.getElementById("f").submit());
  await until("the second report", async () => (await stage.heard("held")).length > 1);
  assert.deepEqual(stage.posts, []);
});

test("controls that are blocked whatever is selected do nothing, and the rest of the page works", async () => {
  const page = await open(paths["a mouse"]);
  const { controls } = await stage.saw(paths["a mouse"]);
  const accept = controls.find((control) => control.attrs.id === "accept").id;
  await stage.tell(await stage.tab(), { paint: { block: { blocks: [accept] } } });
  await clicks(page);
  await presses("Enter", "#other")(page);
  await page.evaluate(() => document.getElementById("f").requestSubmit());
  await until("the reports", async () => (await stage.heard("held")).length === 3);
  await page.evaluate(() => void (window.log.length = 0));
  await page.locator("#cancel").click();
  await ticks(page);
  assert.ok((await page.evaluate(() => window.log)).includes("click"));
  assert.equal(await page.locator("#tick").isChecked(), true);
  assert.deepEqual(stage.posts, []);
});

test("Cancel may send the form by script, and Accept may not do so after it", async () => {
  const page = await open(paths["a mouse"]);
  const { controls } = await stage.saw(paths["a mouse"]);
  const id = (name) => controls.find((control) => control.attrs.id === name).id;
  const held = { tick: id("tick"), blocks: [id("accept")], lets: [id("cancel")] };
  await stage.tell(await stage.tab(), { paint: { block: held } });
  await ticks(page);
  await page.evaluate(() => {
    const form = document.getElementById("f");
    document.getElementById("cancel").onclick = () => {
      form.action = "/h/elsewhere";
      form.submit();
    };
  });
  await clicks(page);
  await until("the report", async () => (await stage.heard("held")).length === 1);
  await page.locator("#cancel").click();
  assert.equal((await until("a post", () => stage.posts[0])).path, "/h/elsewhere");
});

test("what the page reads of its form for itself is no press, and holds nobody up", async () => {
  const page = await open(paths["a mouse"]);
  await ticks(page);
  await page.evaluate(() => [...new FormData(document.getElementById("f"))]);
  await page.locator("#other").fill("still here");
  await drawn(page, 3);
  assert.deepEqual(await stage.heard("held"), []);
});
