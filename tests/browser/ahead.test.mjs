// A page that the browser loads ahead of a person stands in no tab: nothing is said of it before it is shown.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { until } from "../stage/stage.mjs";
import { start } from "./content/harness.mjs";
import { page as html } from "./content/pages.mjs";

const RULES = `<script type=speculationrules>{"prerender":[{"urls":["/h/ahead"],"eagerness":"immediate"}]}</script>`;
const PAGES = {
  "/h/first": html("First", `<h1>First</h1><a id=on href=/h/ahead>On</a>${RULES}`),
  "/h/ahead": html("Ahead", `<h1>Ahead</h1><script>fetch("/h/loaded?" + document.prerendering)</script>`),
};

let stage;
before(async () => (stage = await start(PAGES, { open: true })));
after(() => stage?.stop());

test("a page that is loaded ahead says hello when it is shown, as its tab's own, and not before", async (t) => {
  const { page } = stage;
  const asked = [];
  page.context().on("request", (request) => asked.push(new URL(request.url())));
  await page.goto(`${stage.base}/h/first`);
  const loaded = () => asked.some(({ pathname, search }) => pathname === "/h/loaded" && search === "?true");
  try {
    await until("the page to be loaded ahead", loaded, 10);
  } catch {
    return t.skip("this browser loads no page ahead here");
  }
  const hellos = async () => (await stage.heard("hello")).filter(({ url }) => url.endsWith("/h/ahead"));
  assert.deepEqual(await hellos(), []);
  await page.click("#on");
  await until("the hello", async () => (await hellos()).length > 0);
  const frames = await stage.worker.evaluate(() =>
    globalThis.heard
      .filter(({ message }) => message.hello?.url.endsWith("/h/ahead"))
      .map(({ sender }) => [sender.tab, sender.frame]),
  );
  assert.deepEqual(frames, [[await stage.tab(), 0]]);
});
