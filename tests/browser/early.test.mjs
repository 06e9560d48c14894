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
afterEach(() => stage.answering("yes"));
after(() => stage?.stop());

async function open(path) {
  await stage.forget();
  stage.posts.length = 0;
  await stage.page.goto(stage.base + path);
  return stage.page;
}
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

test("a box ticked before the first answer holds its form, and the report says that it was too early", async () => {
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

test("a tick that the browser restored or the page set holds before the first answer too", async () => {
  await stage.answering("no");
  const page = await open("/h/ticked");
  await press(page, "#accept");
  await held(1);
  assert.deepEqual(stage.posts, []);
});

test("before the first answer the tick comes out, Cancel works, and a form without a tick is sent", async () => {
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

test("before the first answer another form is sent although a box is ticked", async () => {
  await stage.answering("no");
  const page = await open("/h/asks");
  await press(page, "#tick");
  await press(page, "#search");
  assert.equal((await posted()).path, "/h/elsewhere");
});

test("once the core has answered without a hold, a ticked form is sent as ever", async () => {
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
