// Pages that work against what stands in them: whatever they do, the ring is where the control is, the
// hold holds, and nothing can be read or forged. And a page that does no harm works as it did.

import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { until } from "../stage/stage.mjs";
import { drawn, start } from "./content/harness.mjs";
import { page as html } from "./content/pages.mjs";

const FORM = `<form id=f method=post action=/h/posted><h1>Permissions requested</h1>
  <p><label><input type=checkbox id=tick> Consent on behalf of your organization</label></p>
  <input type=button id=cancel value=Cancel> <input type=submit id=accept value=Accept></form>
  <button id=alpha>Alpha</button>`;
const script = (text) => `<script nonce=x>${text}</script>`;

/** Changes what scripts of the page's own world would stand on. */
const POLLUTED = script(`
  for (const kind of [Element, Document, Array, Map, Set, String, Promise, EventTarget, Event])
    for (const name of Object.getOwnPropertyNames(kind.prototype)) {
      const own = Object.getOwnPropertyDescriptor(kind.prototype, name);
      if (name == "constructor" || typeof own.value != "function" || !own.configurable) continue;
      if (kind == Element || kind == Document || name == "addEventListener")
        Object.defineProperty(kind.prototype, name, { ...own, value() { throw new Error(name); } });
    }
  Object.defineProperty(Object.prototype, "marks", { get: () => [], set() {}, configurable: true });
  Object.defineProperty(Object.prototype, "block", { get: () => null, set() {}, configurable: true });
  window.chrome = { runtime: { sendMessage() {} } };`);

/** Never rests: a thousand changes in each frame it draws. */
const RESTLESS = script(`
  const heap = document.body.appendChild(document.createElement("div"));
  (function churn() {
    heap.textContent = "";
    for (let n = 0; n < 1000; n++) heap.append(Object.assign(document.createElement("i"), { className: "c" + n }));
    requestAnimationFrame(churn);
  })();`);

/** Wants the focus, all the time. */
const GREEDY = script(`
  (function grab() { document.getElementById("alpha").focus(); requestAnimationFrame(grab); })();`);

/** Pushes, shrinks and hides whatever was added to it, and lays itself over it. */
const PUSHING = script(`
  (function push() {
    for (const added of document.querySelectorAll("[data-consentry]")) {
      added.style.cssText = "transform:translate(300px,200px) scale(.3)!important;opacity:.01;display:none";
      added.hidden = true;
      added.inert = true;
      added.setAttribute("class", "gone");
    }
    requestAnimationFrame(push);
  })();`);

/** Opens things in the top layer, over and over. */
const TOPPING = `<div id=top popover=manual>Over all</div>${script(`
  const top_ = document.getElementById("top");
  (function again() {
    top_.matches(":popover-open") && top_.hidePopover();
    top_.showPopover();
    requestAnimationFrame(() => requestAnimationFrame(again));
  })();`)}`;

/** Looks into whatever is added to it, by every way there is, and writes down what it finds. */
const PRYING = script(`
  window.found = [];
  const note = (what, value) => value && found.push(what + ": " + (value.innerHTML ?? value));
  const { attachShadow } = Element.prototype, { attachInternals } = HTMLElement.prototype;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, { ...init, mode: "open" });
    note("attachShadow was ours", root);
    return root;
  };
  for (const name of ["consentry-overlay", "consentry-card"])
    customElements.define(name, class extends HTMLElement {
      connectedCallback() { note("a custom element", attachInternals.call(this).shadowRoot); }
    });
  const pry = (el) => {
    note("shadowRoot", el.shadowRoot);
    try { note("attachInternals", attachInternals.call(el).shadowRoot); } catch {}
    try { note("attachShadow", attachShadow.call(el, { mode: "open" })); } catch {}
    note("getHTML", el.getHTML?.({ serializableShadowRoots: true }).includes("iframe"));
    note("children", el.childNodes.length);
  };
  new MutationObserver((changes) => changes.forEach(({ addedNodes }) => addedNodes.forEach((el) => el.dataset && "consentry" in el.dataset && pry(el))))
    .observe(document, { subtree: true, childList: true });
  new PerformanceObserver((list) => list.getEntries().forEach(({ name }) => note("resource", /^chrome-extension/.test(name) && name)))
    .observe({ type: "resource", buffered: true });
  for (const type of ["load", "focusin", "pointerdown", "click", "toggle", "securitypolicyviolation", "message"])
    addEventListener(type, (event) => {
      note(type, event.composedPath().find((el) => el.localName == "iframe"));
      note(type, /chrome-extension/.test(event.blockedURI ?? event.origin) && "an address of ours");
    }, true);`);

const SCALED = "html{transform:scale(.8) translate(30px,20px);transform-origin:0 0}";
const ZOOMED = "body{zoom:1.5}";

/** A small page with a test of its own, which says at the end whether it came out right. */
const INNOCENT = `<main><p id=said></p><button id=alpha>Alpha</button><ul id=list><li>a<li>b</ul></main>${script(`
  window.errors = [];
  addEventListener("error", (event) => errors.push(event.message));
  window.tested = () => {
    const list = document.getElementById("list");
    const wrong = [];
    const is = (what, one, other) => one === other || wrong.push(what + ": " + one);
    is("children of the body", [...document.body.children].map((one) => one.localName).join(), "main,script");
    list.append(document.createElement("li"));
    is("items", list.children.length, 3);
    is("frames", window.length, 0);
    is("globals", Object.keys(window).filter((name) => /consentry|__/i.test(name)).join(), "");
    let pressed = 0;
    document.getElementById("alpha").addEventListener("click", () => pressed++);
    document.getElementById("alpha").click();
    is("presses", pressed, 1);
    is("focus", document.activeElement, document.body);
    return [...wrong, ...errors];
  };`)}`;

const PAGES = {
  "/h/polluted": html("Polluted", FORM + POLLUTED),
  "/h/restless": html("Restless", FORM + RESTLESS),
  "/h/greedy": html("Greedy", FORM + GREEDY),
  "/h/pushing": html("Pushing", FORM + PUSHING),
  "/h/topping": html("Topping", FORM + TOPPING),
  "/h/scaled": html("Scaled", FORM, SCALED),
  "/h/zoomed": html("Zoomed", FORM, ZOOMED),
  "/h/prying": html("Prying", PRYING + FORM),
  "/h/innocent": html("Innocent", INNOCENT),
};

let stage;
let page;
before(async () => {
  stage = await start(PAGES, { hold: true });
  page = stage.page;
  await page.emulateMedia({ reducedMotion: "reduce" });
});
after(() => stage?.stop());
beforeEach(() => stage.forget());

/** Opens a page, and gives the numbers its controls have. */
async function open(path) {
  stage.posts.length = 0;
  await page.goto(stage.base + path);
  const { controls } = await stage.saw(path);
  return (id) => controls.find((control) => control.attrs.id === id).id;
}

const paint = async (more) => stage.tell(await stage.tab(), { paint: more });
const point = (control) => ({ marks: [{ control, kind: "point", ask: "click" }] });
const hold = (id) => ({ block: { tick: id("tick"), blocks: [id("accept")], lets: [id("cancel")] } });

/** Where the rings really are, as the browser draws them: middle points in the window. */
async function rings() {
  const cdp = await page.context().newCDPSession(page);
  const { root } = await cdp.send("DOM.getDocument", { depth: -1, pierce: true });
  const found = [];
  const walk = async (node, within) => {
    const inside = within || node.attributes?.includes("data-consentry");
    if (inside && node.attributes?.includes("data-kind")) {
      const box = await cdp.send("DOM.getBoxModel", { nodeId: node.nodeId }).catch(() => undefined);
      if (box?.model.width) found.push(box.model.border);
    }
    for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) await walk(child, inside);
  };
  await walk(root, false);
  await cdp.detach();
  return found.map((quad) => ({ x: (quad[0] + quad[4]) / 2, y: (quad[1] + quad[5]) / 2 }));
}

const middle = async (selector) => {
  const { x, y, width, height } = await page.locator(selector).boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
};
const isAt = (one, other) => Math.abs(one.x - other.x) < 3 && Math.abs(one.y - other.y) < 3;

const ringOn = (selector) =>
  until(`the ring on ${selector}`, async () => {
    const [all, there] = [await rings(), await middle(selector)];
    return all.length === 1 && isAt(all[0], there);
  });

for (const path of ["/h/polluted", "/h/restless", "/h/scaled", "/h/zoomed", "/h/topping"])
  test(`the ring is where the control is: ${path.slice(3)}`, async () => {
    const id = await open(path);
    await paint(point(id("alpha")));
    await ringOn("#alpha");
  });

test("a page that pushes the overlay away gets no ring on anything else", async () => {
  const id = await open("/h/pushing");
  await paint(point(id("accept")));
  await drawn(page, 30);
  const others = await Promise.all(["#alpha", "#cancel", "#tick"].map(middle));
  for (const ring of await rings()) assert.ok(!others.some((other) => isAt(ring, other)), JSON.stringify(ring));
});

// What Playwright calls a click waits for the page to rest, which some of these never do.
const press = async (selector) => {
  const { x, y } = await middle(selector);
  await page.mouse.click(x, y);
};

for (const path of Object.keys(PAGES).filter((path) => PAGES[path].includes("id=f ")))
  test(`a hold holds, by mouse and by key: ${path.slice(3)}`, async () => {
    const id = await open(path);
    await paint(hold(id));
    await press("#tick");
    await press("#accept");
    await until("the report", async () => (await stage.heard("held")).length > 0);
    await page.keyboard.press("Enter");
    await drawn(page, 5);
    assert.deepEqual(stage.posts, []);
    assert.equal(new URL(page.url()).pathname, path);
  });

test("a page cannot frame our card, nor open it: it has no address that lasts", async () => {
  await open("/h/innocent");
  const address = `chrome-extension://${stage.id}/face/card.html#tab=${await stage.tab()}&frame=0`;
  const cdp = await page.context().newCDPSession(page);
  // Its own policy would forbid the frame: without it, the browser has to.
  await cdp.send("Page.setBypassCSP", { enabled: true });
  await page.reload();
  await page.evaluate((address) => {
    const frame = document.createElement("iframe");
    frame.src = address;
    document.body.append(frame);
    return new Promise((loaded) => (frame.onload = frame.onerror = loaded));
  }, address);
  const framed = page.frames().map((frame) => frame.url());
  assert.ok(!framed.includes(address), framed.join());
  await cdp.send("Page.setBypassCSP", { enabled: false });
});

test("a page that looks into whatever is added to it finds neither the card nor its address", async () => {
  const id = await open("/h/prying");
  await paint({ ...point(id("alpha")), card: { tab: await stage.tab(), frame: 0 } });
  await ringOn("#alpha");
  const card = () => page.frames().find((frame) => frame.url().includes("/face/card.html"));
  await until("the card", card);
  await card().waitForLoadState();
  const at = await page.evaluate(() => {
    const overlay = document.querySelector("[data-consentry]");
    return [overlay.localName, overlay.shadowRoot, window.length];
  });
  assert.deepEqual(at, ["div", null, 0]);
  await drawn(page, 10);
  assert.deepEqual(await page.evaluate(() => window.found), []);
});

test("a page that tests itself comes out right with a ring, a hold and a card in it", async () => {
  await open("/h/innocent");
  assert.deepEqual(await page.evaluate(() => window.tested()), []);
  // Another address, so that what was seen of it before is not taken for what is seen of it now.
  const id = await open("/h/innocent?again");
  await paint({ ...point(id("alpha")), card: { tab: await stage.tab(), frame: 0 } });
  await ringOn("#alpha");
  const wrong = await page.evaluate(() => {
    // The one thing of ours that may be found in the page.
    const overlay = document.querySelector("[data-consentry]");
    if (overlay.parentNode === document.body) overlay.remove();
    return window.tested();
  });
  assert.deepEqual(wrong, []);
});

test("a million nodes are looked at and a ring stands on the one control among them", async () => {
  const id = await open("/h/innocent");
  await paint(point(id("alpha")));
  await page.evaluate(() => {
    const heap = document.createElement("section");
    heap.style.display = "none";
    for (let row = 0; row < 1000; row++) {
      const line = document.createElement("p");
      for (let n = 0; n < 999; n++) line.append(document.createElement("i"));
      heap.append(line);
    }
    document.body.append(heap);
  });
  await page.evaluate(() => (document.getElementById("alpha").style.marginLeft = "120px"));
  await ringOn("#alpha");
});
