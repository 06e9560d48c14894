// The block, in a real browser: while the checkbox is selected nothing a person or a page can do sends the
// form, and nothing else on the page is any different.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { until } from "../stage/stage.mjs";
import { drawn, start } from "./content/harness.mjs";
import { ANSWERS, CONSENT } from "./content/pages.mjs";

const PAGES = { ...CONSENT, ...ANSWERS };
const paths = Object.fromEntries(Object.keys(PAGES).map((kind, n) => [kind, `/h/consent-${n}`]));

let stage;
before(async () => {
  stage = await start(Object.fromEntries(Object.entries(PAGES).map(([kind, html]) => [paths[kind], html])), {
    hold: true,
  });
});
after(() => stage?.stop());

/** Opens a page and, unless told otherwise, blocks its Accept while its checkbox is selected. */
async function open(kind, held = true) {
  const { page } = stage;
  await stage.forget();
  stage.posts.length = 0;
  await page.goto(stage.base + paths[kind]);
  const { controls } = await stage.saw(paths[kind]);
  const id = (name) => controls.find((control) => control.attrs.id === name).id;
  if (held) {
    const marks = [{ control: id("tick"), kind: "avoid", ask: "none" }];
    await stage.tell(await stage.tab(), { paint: { marks, block: { tick: id("tick"), blocks: [id("accept")] } } });
  }
  return page;
}

const tick = (page) => page.locator("#tick").click();
const press = async (page, where, key) => {
  await page.locator(where).focus();
  await page.keyboard.press(key);
};
const isTicked = (page) =>
  page.evaluate(() => {
    const box = document.getElementById("tick");
    return box.checked ?? box.getAttribute("aria-checked") === "true";
  });
const posted = () => until("a post", () => stage.posts[0]);
const forgetEvents = (page) => page.evaluate(() => void (window.log.length = 0));
const events = (page) => page.evaluate(() => window.log);

/** Every way to send the form; how often it counts as held; whether the page hears of it otherwise. */
const WAYS = {
  "a click on Accept": [1, (page) => page.locator("#accept").click({ noWaitAfter: true })],
  "a double click on Accept": [2, (page) => page.locator("#accept").dblclick({ noWaitAfter: true })],
  "Enter on Accept": [1, (page) => press(page, "#accept", "Enter")],
  "Space on Accept": [1, (page) => press(page, "#accept", " ")],
  "Enter in a field of the form": [1, (page) => press(page, "#other", "Enter")],
  "Enter on the box": [1, (page) => press(page, "#tick", "Enter")],
  "a script that clicks": [1, (page) => page.evaluate(() => document.getElementById("accept").click())],
};
const BY_SCRIPT = {
  "a script that asks to submit": (page) => page.evaluate(() => document.getElementById("f").requestSubmit()),
  "a script that submits": (page) => page.evaluate(() => document.getElementById("f").submit()),
};

for (const kind of Object.keys(CONSENT)) {
  for (const [way, [times, act]] of Object.entries(WAYS)) {
    test(`${kind}: ${way} does nothing while it is selected, and the page hears nothing of it`, async () => {
      const page = await open(kind);
      await tick(page);
      await forgetEvents(page);
      await act(page);
      await until("the report", async () => (await stage.heard("held")).length === times);
      await drawn(page, 3);
      assert.equal(page.url(), stage.base + paths[kind]);
      assert.deepEqual(stage.posts, []);
      assert.deepEqual(await events(page), []);
      assert.equal((await stage.heard("held")).length, times);
    });
  }

  for (const [way, act] of Object.entries(BY_SCRIPT)) {
    test(`${kind}: ${way} does nothing while it is selected`, async () => {
      const page = await open(kind);
      await tick(page);
      await act(page);
      await until("the report", async () => (await stage.heard("held")).length === 1);
      await drawn(page, 3);
      assert.equal(page.url(), stage.base + paths[kind]);
      assert.deepEqual(stage.posts, []);
    });
  }

  test(`${kind}: the checkbox is cleared by mouse, and Accept works at once`, async () => {
    const page = await open(kind);
    await tick(page);
    await tick(page);
    await page.locator("#accept").click();
    assert.equal((await posted()).path, "/h/posted");
    assert.deepEqual(await stage.heard("held"), []);
  });

  test(`${kind}: the checkbox is cleared by Space`, async () => {
    const page = await open(kind);
    await tick(page);
    assert.equal(await isTicked(page), true);
    await press(page, "#tick", " ");
    assert.equal(await isTicked(page), false);
  });

  test(`${kind}: Cancel and another form work while it is selected`, async () => {
    const page = await open(kind);
    await tick(page);
    await page.locator("#cancel").click();
    assert.ok((await events(page)).includes("click:cancel"));
    await page.locator("#gi").fill("x");
    await page.keyboard.press("Enter");
    assert.equal((await posted()).path, "/h/elsewhere");
  });

  for (const what of ["accept", "tick"]) {
    test(`${kind}: a page that replaces its ${what} is held until the core has looked again`, async () => {
      const page = await open(kind);
      await page.evaluate(replace, what);
      await tick(page);
      await page.locator("#accept").click({ noWaitAfter: true });
      await until("the report", async () => (await stage.heard("held")).length === 1);
      await drawn(page, 3);
      assert.deepEqual(stage.posts, []);
      await tick(page);
      await page.locator("#accept").click();
      assert.equal((await posted()).path, "/h/posted");
    });
  }

  test(`${kind}: a page that replaces its whole form is held`, async () => {
    const page = await open(kind);
    await page.evaluate(replace, "f");
    await tick(page);
    await page.locator("#accept").click({ noWaitAfter: true });
    await press(page, "#other", "Enter");
    await until("the reports", async () => (await stage.heard("held")).length === 2);
    await drawn(page, 3);
    assert.equal(page.url(), stage.base + paths[kind]);
    assert.deepEqual(stage.posts, []);
  });
}

for (const kind of Object.keys(ANSWERS)) {
  test(`${kind}: nothing sends the form while Yes is on`, async () => {
    const page = await open(kind);
    await tick(page);
    const ways = [
      () => page.locator("#accept").click({ noWaitAfter: true }),
      () => press(page, "#accept", "Enter"),
      () => press(page, "#other", "Enter"),
      () => page.evaluate(() => document.getElementById("accept").click()),
      ...Object.values(BY_SCRIPT).map((act) => () => act(page)),
    ];
    for (const [n, act] of ways.entries()) {
      await act();
      await until(`report ${n + 1}`, async () => (await stage.heard("held")).length === n + 1);
    }
    await drawn(page, 3);
    assert.deepEqual(stage.posts, []);
  });

  test(`${kind}: while No is on Accept works at once`, async () => {
    const page = await open(kind);
    await tick(page);
    await page.locator("#no").click();
    await page.locator("#accept").click();
    assert.equal((await posted()).path, "/h/posted");
    assert.deepEqual(await stage.heard("held"), []);
  });

  test(`${kind}: a page that replaces its Yes or its form is held`, async () => {
    const page = await open(kind);
    for (const [n, what] of ["tick", "f"].entries()) {
      await page.evaluate((id) => {
        const old = document.getElementById(id);
        old.replaceWith(old.cloneNode(true));
        const yes = document.getElementById("tick");
        yes.checked = true;
        for (const is of ["aria-checked", "aria-pressed"]) if (yes.hasAttribute(is)) yes.setAttribute(is, true);
        document.getElementById("accept").click();
      }, what);
      await until("the report", async () => (await stage.heard("held")).length === n + 1);
    }
    await drawn(page, 3);
    assert.deepEqual(stage.posts, []);
  });
}

test("without a block a form with a selected checkbox is sent as ever", async () => {
  const page = await open("a box with a label beside it", false);
  await tick(page);
  await page.locator("#accept").click();
  assert.match((await posted()).body, /accepted=Accept/);
});

/** Runs in the page: puts a copy in an element's place, and gives it the scripts it had. */
function replace(id) {
  const old = document.getElementById(id);
  old.replaceWith(old.cloneNode(true));
  const tick = document.getElementById("tick");
  const accept = document.getElementById("accept");
  if (tick.localName === "div") {
    tick.onclick = () => tick.setAttribute("aria-checked", tick.getAttribute("aria-checked") !== "true");
  }
  if (accept.localName === "div") accept.onclick = () => document.getElementById("f").submit();
}
