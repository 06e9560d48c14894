// Where consent is given, what the core has not judged yet is held like what it forbids: a page is
// there sooner than an answer, and it can turn into another page without loading anything.

import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { until } from "../stage/stage.mjs";
import { drawn, start } from "./content/harness.mjs";
import { page as html } from "./content/pages.mjs";

const FORM = `<form id=f method=post action=/h/posted><label><input type=checkbox id=tick name=all> Everybody</label>
  <input id=other> <input type=button id=cancel value=Cancel> <input type=submit id=accept value=Accept></form>
  <form id=g method=post action=/h/elsewhere><button id=search>Search</button></form>`;
const PAGES = {
  "/h/asks": html("Asks", FORM),
  "/h/turns": html("Turns", "<h1>Signing in</h1><main id=main></main>"),
  "/h/ticked": html("Ticked", FORM.replace("id=tick", "id=tick checked")),
};

let stage;
before(async () => (stage = await start(PAGES, { early: true })));
afterEach(async () => {
  await stage.answering("yes");
  await stage.painting();
  await stage.knowing(true);
});
after(() => stage?.stop());

async function open(path) {
  await stage.forget();
  stage.posts.length = 0;
  await stage.page.goto(stage.base + path);
  await inView(stage.page, 500);
  return stage.page;
}
/** Waits until a page has been in view for so long, in milliseconds. */
const inView = (page, ms) =>
  page.evaluate(async (ms) => {
    const since = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Infinity;
    while (performance.now() < since() + ms) await new Promise((next) => requestAnimationFrame(next));
  }, ms);
const press = (page, what) => page.locator(what).click({ noWaitAfter: true });
const held = (times) => until(`${times} reports`, async () => (await stage.heard("held")).length === times);
const posted = () => until("a post", () => stage.posts[0]);
/** Lets the looks at a page be answered, and waits until the content script has the newest answer. */
async function answered(page) {
  await stage.answering("yes");
  await stage.forget();
  await page.evaluate(() => document.body.append(document.createElement("output"), "."));
  await page.evaluate(() => (document.querySelector("output:last-of-type").textContent = "changed"));
  await until("a look", async () => (await stage.heard("saw")).length > 0);
  await drawn(page, 3);
}

test("a checkbox selected before the first answer blocks its form, and the report says that it was too early", async () => {
  await stage.answering("no");
  const page = await open("/h/asks");
  await press(page, "#tick");
  await press(page, "#accept");
  await held(1);
  await page.locator("#other").press("Enter");
  await held(2);
  await page.evaluate(() => document.getElementById("f").submit());
  await held(3);
  assert.deepEqual(await stage.heard("held"), [
    { how: "click", early: true },
    { how: "key", early: true },
    { how: "submit", early: true },
  ]);
  assert.deepEqual(stage.posts, []);
});

test("a checkbox that the browser restored or the page selected blocks before the first answer too", async () => {
  await stage.answering("no");
  const page = await open("/h/ticked");
  await press(page, "#accept");
  await held(1);
  assert.deepEqual(stage.posts, []);
});

test("before the first answer the checkbox can be cleared, Cancel works, and a form without a selected checkbox is sent", async () => {
  await stage.answering("no");
  const page = await open("/h/asks");
  await press(page, "#tick");
  await page.evaluate(() => (document.getElementById("cancel").onclick = () => (document.title = "Cancelled")));
  await press(page, "#cancel");
  await until("Cancel", async () => (await page.title()) === "Cancelled");
  await press(page, "#tick");
  assert.equal(await page.locator("#tick").isChecked(), false);
  await press(page, "#accept");
  assert.equal((await posted()).path, "/h/posted");
  assert.deepEqual(await stage.heard("held"), []);
});

test("before the first answer another form is sent although a checkbox is selected", async () => {
  await stage.answering("no");
  const page = await open("/h/asks");
  await press(page, "#tick");
  await press(page, "#search");
  assert.equal((await posted()).path, "/h/elsewhere");
});

test("once the core has answered without a block, a form with a selected checkbox is sent as ever", async () => {
  const page = await open("/h/asks");
  await stage.saw("/h/asks");
  await answered(page);
  await press(page, "#tick");
  await press(page, "#accept");
  assert.match((await posted()).body, /all=on/);
  assert.deepEqual(await stage.heard("held"), []);
});

test("a page that turns into a question without a new document is held until that was answered", async () => {
  const page = await open("/h/turns");
  await stage.saw("/h/turns");
  await answered(page);
  await stage.answering("no");
  await page.evaluate(() => {
    const form = document.createElement("form");
    form.method = "post";
    form.action = "/h/posted";
    const field = (id, type) => Object.assign(document.createElement("input"), { id, type });
    form.append(field("tick", "checkbox"), field("accept", "submit"));
    document.getElementById("main").append(form);
    // In the same task: no look can come between.
    document.getElementById("tick").click();
    document.getElementById("accept").click();
  });
  await held(1);
  await press(page, "#accept");
  await held(2);
  assert.deepEqual(stage.posts, []);
  await stage.answering("yes");
  await answered(page);
  await press(page, "#accept");
  await posted();
});

test("a button that came after the look does not send a box that was in it", async () => {
  const page = await open("/h/asks");
  await stage.saw("/h/asks");
  await answered(page);
  await press(page, "#tick");
  await answered(page);
  await stage.forget();
  await page.evaluate(() => {
    document.getElementById("f").append(Object.assign(document.createElement("button"), { id: "late" }));
    document.getElementById("late").click();
  });
  await held(1);
  assert.deepEqual(stage.posts, []);
});

test("a core that is silent locks nobody out: after ten seconds of trying the form is sent", async () => {
  await stage.answering("no");
  const page = await open("/h/asks");
  await press(page, "#tick");
  await press(page, "#accept");
  const began = Date.now();
  await held(1);
  await until(
    "the form to be sent",
    async () => {
      if (stage.posts[0]) return true;
      await page.evaluate(() => document.getElementById("accept")?.click());
      return false;
    },
    30,
  );
  assert.ok(Date.now() - began > 9000, `after ${Date.now() - began} ms`);
});

test("eyes that were told to rest hold nothing", async () => {
  await stage.answering("no");
  const page = await open("/h/asks");
  await stage.saw("/h/asks");
  await stage.tell(await stage.tab(), { rest: true });
  await press(page, "#tick");
  await press(page, "#accept");
  await posted();
});

test("a page that nobody knows is held before it is judged: no script of a sign-in lets go of it", async () => {
  await stage.knowing(false);
  const page = await open("/h/asks");
  await press(page, "#tick");
  await press(page, "#accept");
  await held(1);
  assert.deepEqual(stage.posts, []);
});

test("of a refused app nothing is sent before it was judged, without a selected checkbox and by nobody", async () => {
  await stage.painting({ refused: true });
  await stage.answering("no");
  const page = await open("/h/asks");
  await press(page, "#accept");
  await held(1);
  await page.locator("#other").press("Enter");
  await held(2);
  await page.evaluate(() => (document.getElementById("cancel").onclick = () => (document.title = "Cancelled")));
  await press(page, "#cancel");
  await until("Cancel", async () => (await page.title()) === "Cancelled");
  await page.evaluate(() => document.getElementById("f").submit());
  await held(3);
  assert.deepEqual(stage.posts, []);
  await answered(page);
  await page.evaluate(() => document.getElementById("accept").click());
  await posted();
});

test("what a page of a refused app gets later does nothing either before it was judged", async () => {
  await stage.painting({ refused: true });
  const page = await open("/h/asks");
  await stage.saw("/h/asks");
  await answered(page);
  await stage.answering("no");
  await page.evaluate(() => {
    document.getElementById("f").append(Object.assign(document.createElement("button"), { id: "late" }));
    document.getElementById("late").click();
  });
  await held(1);
  assert.deepEqual(stage.posts, []);
});

/**
 * One press and release of the mouse on Accept, so many milliseconds after the page came into view, as the browser
 * tells times: however slow this machine is, and whatever the page itself would say.
 */
async function pressed(page, downAt, upAt = downAt, clickCount = 1) {
  const { box, began } = await page.evaluate(() => {
    const { x, y, width, height } = document.getElementById("accept").getBoundingClientRect();
    dispatchEvent(new Event("visibilitychange"));
    return { box: { x: x + width / 2, y: y + height / 2 }, began: performance.timeOrigin + performance.now() };
  });
  const cdp = await page.context().newCDPSession(page);
  const mouse = { ...box, button: "left", clickCount };
  const at = (ms) => (began + ms) / 1000;
  await cdp.send("Input.dispatchMouseEvent", { ...mouse, type: "mousePressed", timestamp: at(downAt) });
  await cdp.send("Input.dispatchMouseEvent", { ...mouse, type: "mouseReleased", timestamp: at(upAt) });
  await cdp.detach();
}

for (const [what, down, up, count] of [
  ["pressed before a person can have seen the page", 60, 90],
  ["pressed before half a second has passed", 470, 480],
  ["pressed too soon, and let go later", 200, 900],
  ["the second press of a double one whose first closed what lay above", 900, 950, 2],
])
  test(`a click that was ${what} sends nothing`, async () => {
    const page = await open("/h/asks");
    await stage.saw("/h/asks");
    await answered(page);
    await stage.forget();
    await pressed(page, down, up, count);
    await held(1);
    assert.deepEqual(await stage.heard("held"), [{ how: "click", early: true }]);
    assert.deepEqual(stage.posts, []);
  });

test("a click later than half a second after the page came into view is a click", async () => {
  const page = await open("/h/asks");
  await stage.saw("/h/asks");
  await answered(page);
  await pressed(page, 560, 600);
  await posted();
});

test("a sighting that was not taken in judges nothing", async () => {
  const page = await open("/h/ticked");
  await stage.saw("/h/ticked");
  await stage.worker.evaluate(() => (globalThis.ignoring = true));
  try {
    await answered(page);
    await page.evaluate(() => {
      document.getElementById("f").append(Object.assign(document.createElement("button"), { id: "late" }));
    });
    await answered(page);
    await press(page, "#late");
    await held(1);
  } finally {
    await stage.worker.evaluate(() => (globalThis.ignoring = false));
  }
});
