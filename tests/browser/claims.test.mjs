// A one-time handle is exchanged for a right once. Whatever comes between, the right is not lost: others at the same
// time, a backend that is away, a worker that ends.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { random } from "../matrix/pairs.mjs";
import { until } from "../stage/stage.mjs";
import { startCore } from "./content/core.mjs";

const HANDLE = "h".repeat(40);
const address = (handle) => `https://app.mover.io/#consentry=${handle}`;
const status = (id) => ({
  id,
  profile: "office-365-mover",
  role: "global-admin",
  revision: 1,
  state: { kind: "needs_admin_consent" },
  tenant: { id: "0f5f7a4e-0000-4000-8000-000000000001", name: "Birchwood" },
  account: "adele.admin@birchwood.example",
});
const json = (code, body) =>
  new Response(JSON.stringify(body), { status: code, headers: { "content-type": "application/json" } });
const refused = (code) => json(code, { code: "refused", title: "No.", detail: "", remedy: "Wait." });

const { setTimeout: later } = globalThis;
afterEach(() => (globalThis.setTimeout = later));

/** Waits that are meant to last pass at once, and are written down. */
function hurry() {
  const waits = [];
  globalThis.setTimeout = (then, ms, ...more) => {
    if (ms >= 1000) waits.push(ms);
    return later(then, ms >= 1000 ? 1 : ms, ...more);
  };
  return waits;
}

for (let seed = 1; seed <= 20; seed++)
  test(`claims at the same time lose no bearer, in whatever order they end: ${seed}`, async () => {
    const chance = random(seed * 7919);
    const pause = () => new Promise((next) => later(next, chance(4)));
    const core = await startCore({
      pause,
      fetched: async (url) => {
        await pause();
        const id = /handoffs\/(h+)\d/.exec(url) ? url.at(-7) : "";
        return json(200, { id, secret: `secret-${id}`, status: status(id) });
      },
    });
    for (const n of [1, 2, 3]) core.arrives(n, address(`${HANDLE}${n}`));
    const all = { 1: "secret-1", 2: "secret-2", 3: "secret-3" };
    await until("three bearers", () => Object.keys(core.bearers()).length === 3);
    assert.deepEqual(core.bearers(), all);
    await until("no claim that waits", () => core.kept.session.claims === "{}");
  });

const AWAY = {
  "too many requests": () => refused(429),
  "a backend that is down": () => refused(503),
  "a proxy whose backend is down": () => new Response("<h1>Bad gateway</h1>", { status: 502 }),
  "a network that is down": () => Promise.reject(new TypeError("Failed to fetch")),
};
for (const [what, answer] of Object.entries(AWAY))
  test(`after ${what} a handle is claimed again, later each time, and a person hears of it`, async () => {
    const waits = hurry();
    const asked = [];
    let told;
    const core = await startCore({
      fetched: async (url, request) => {
        if (!url.endsWith("/claim")) return refused(404);
        asked.push((await request.json()).secret);
        told ||= asked.length > 1 && core.view().backend.trouble;
        return asked.length < 4 ? answer() : json(200, { id: "1", secret: asked[0], status: status("1") });
      },
    });
    core.arrives(1, address(HANDLE));
    await until("the bearer", () => asked.length > 0 && core.bearers()[1] === asked[0]);
    assert.equal(asked.length, 4);
    assert.match(asked[0], /^[\w-]{43}$/);
    assert.deepEqual(new Set(asked).size, 1, "the same right each time");
    assert.deepEqual(waits.filter((ms) => ms !== 5000).slice(0, 3), [1000, 2000, 4000]);
    assert.ok(told, "nobody heard of it");
  });

test("a handle that is not known any more is claimed once, and nobody is troubled with it", async () => {
  hurry();
  let asked = 0;
  const core = await startCore({ fetched: async () => (asked++, refused(404)) });
  core.arrives(1, address(HANDLE));
  await until("the end", () => core.kept.session.claims === "{}");
  core.arrives(1, address(HANDLE));
  assert.equal(asked, 1);
  assert.equal(core.view().backend.trouble, null);
});

test("a worker that ends while it claims leaves the claim to the next one, with the same right", async () => {
  const asked = [];
  const unanswered = async (url, request) => {
    asked.push((await request.json()).secret);
    return new Promise(() => {});
  };
  const first = await startCore({ fetched: unanswered });
  first.arrives(1, address(HANDLE));
  await until("the claim", () => asked.length === 1 && first.kept.session.claims?.includes(asked[0]));
  const next = await startCore({
    kept: first.kept,
    fetched: async (url, request) => {
      if (url.endsWith("/claim")) asked.push((await request.json()).secret);
      return json(200, { id: "1", secret: asked[0], status: status("1") });
    },
  });
  await until("the bearer", () => next.bearers()[1] === asked[0]);
  assert.equal(asked[1], asked[0]);
});

/** A worker that follows a connection: its handle was claimed on a page that offers it, and the person took it. */
async function connected(fetched, kept) {
  const core = await startCore({
    kept,
    fetched: async (url, request) => {
      if (url.endsWith("/claim")) {
        const { secret } = await request.json();
        return json(200, { id: "1", secret, status: status("1") });
      }
      return fetched(url, request);
    },
  });
  if (!kept) {
    core.arrives(1, address(HANDLE));
    await until("the offer", () => core.kept.local.lasting?.includes('"offers":[{'));
    core.says({ chose: { do: "add_connection", connection: "1" } }, PANEL);
    await until("the journey", () => journeys(core).length > 0);
  }
  return core;
}
const journeys = (core) => JSON.parse(core.kept.local.lasting ?? '{"journeys":[]}').journeys;
const PANEL = { tab: null, frame: null, url: "", origin: "", document: "p", extension_page: true };

test("what a worker asked and heard no answer to, the next one asks", async () => {
  const asked = [];
  const first = await connected(async (url) => {
    if (!url.endsWith("/handoff")) return refused(404);
    asked.push(url);
    return new Promise(() => {});
  });
  const [{ id }] = journeys(first);
  first.says({ chose: { do: "hand_off", journey: id }, name: "once" }, PANEL);
  await until("the question", () => asked.length === 1 && first.kept.session.questions?.includes("hand_off"));
  const link = { url: "https://backend.example/h/link", expires_at: 4102444800000 };
  const next = await connected(async (url) => {
    if (!url.endsWith("/handoff")) return refused(404);
    asked.push(url);
    return json(200, link);
  }, first.kept);
  await until("the link", () => journeys(next)[0].handoff?.url === link.url);
  await until("the end of the question", () => next.kept.session.questions === "[]");
  assert.equal(asked.length, 2);
});

test("a choice that is said again under its name is taken in once, by the next worker too", async () => {
  const kept = { local: {}, session: {} };
  const nobody = async () => refused(404);
  const first = await startCore({ kept, fetched: nobody });
  const chosen = { chose: BEGIN, name: "a" };
  first.says(chosen, PANEL);
  first.says(chosen, PANEL);
  await until("the name", () => kept.session.choices?.includes("a"));
  const next = await startCore({ kept, fetched: nobody });
  next.says(chosen, PANEL);
  next.says({ ...chosen, name: "b" }, PANEL);
  await until("the other name", () => kept.session.choices?.includes("b"));
  assert.equal(journeys(next).length, 2);
});

test("a connection whose deletion was not answered is gone", async () => {
  const first = await connected(async (url, request) =>
    request.method === "DELETE" ? new Promise(() => {}) : refused(404),
  );
  const [{ id }] = journeys(first);
  first.says({ chose: { do: "ask_leave", journey: id } }, PANEL);
  first.says({ chose: { do: "leave", journey: id, delete: true } }, PANEL);
  await until("the question", () => first.kept.session.questions?.includes("delete"));
  const next = await connected(async () => refused(401), first.kept);
  await until("the journey to end", () => journeys(next).length === 0);
  assert.deepEqual(next.bearers(), {});
});

const BEGIN = { do: "begin", profile: "office-365-mover", role: "global-admin" };
const page = (tab, document, url) => ({
  tab,
  frame: 0,
  url,
  origin: new URL(url).origin,
  document,
  extension_page: false,
});

test("a card's choice counts for the tab it stands in, whichever it names", async () => {
  const core = await startCore({ fetched: async () => refused(404) });
  const panel = { tab: null, frame: null, url: "", origin: "", document: "p", extension_page: true };
  const card = { ...panel, tab: 7, frame: 5 };
  for (const tab of [5, 7]) {
    const url = "https://app.mover.io/";
    core.says({ hello: { url } }, page(tab, `d${tab}`, url));
    core.says({ saw: { url, complete: true } }, page(tab, `d${tab}`, url));
  }
  core.says({ chose: BEGIN }, panel);
  const shown = () => [5, 7].map((tab) => !!core.view().tabs[tab]?.card);
  await until("two cards", () => shown().every(Boolean));
  core.says({ chose: { do: "hide", tab: 5 } }, card);
  await until("its own card to go", () => !shown()[1]);
  assert.deepEqual(shown(), [true, false]);
  core.says({ chose: { do: "hide", tab: 5 } }, panel);
  await until("the panel's choice", () => !shown()[0]);
});

test("what is not taken in is answered with nothing, and what nobody knows is asked to say hello again", async () => {
  const core = await startCore({ fetched: async () => refused(404) });
  const url = "https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=a";
  const saw = { saw: { url, complete: true } };
  assert.deepEqual(core.says(saw, page(1, "new", url)), { hello: true });
  const answer = core.says({ hello: { url } }, page(1, "new", url));
  assert.ok(answer.look && !answer.rest);
  assert.deepEqual(core.says(saw, page(1, "old", url)), { hello: true });
  assert.equal(core.says(saw, page(1, "new", url)).judged, true);
  const elsewhere = "https://login.microsoftonline.com/common/login";
  assert.equal(core.says({ saw: { url: elsewhere } }, page(1, "new", url)), null);
  const unknown = "https://login.example/";
  assert.deepEqual(core.says({ hello: { url: unknown } }, page(2, "x", unknown)), { rest: true, unknown: true });
});
