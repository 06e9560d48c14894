// The built worker, core and all, in this process: its browser is made of plain objects, so that every message
// can be sent and every answer withheld at will.

import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "../../stage/build.mjs";

/** An area of storage: what is read and written takes effect in order, each a while after it was asked for. */
function area(kept, pause) {
  let last = Promise.resolve();
  const inOrder = (act) => (last = last.then(pause).then(act));
  return {
    get: (key) => inOrder(() => (key in kept ? { [key]: kept[key] } : {})),
    set: (items) => inOrder(() => void Object.assign(kept, items)),
    setAccessLevel: async () => {},
  };
}

/**
 * Starts a worker. `kept` is what an earlier one has left in storage, `fetched` answers what is asked of the backend
 * with a `Response`, `pause` is awaited before anything in storage happens.
 * @param {{kept?: {local: object, session: object}, fetched: (url: string, request: Request) => Promise<Response>,
 *   pause?: () => Promise<void>}} options
 */
export async function startCore({ kept = { local: {}, session: {} }, fetched, pause = async () => {} }) {
  const { extension } = build();
  const manifest = JSON.parse(await readFile(join(extension, "manifest.json"), "utf8"));
  const sent = [];
  const nothing = async () => {};
  globalThis.chrome = {
    storage: {
      local: area(kept.local, pause),
      session: area(kept.session, pause),
      managed: { get: async () => ({}) },
    },
    scripting: {
      getRegisteredContentScripts: async () => [],
      registerContentScripts: nothing,
      unregisterContentScripts: nothing,
      executeScript: nothing,
    },
    permissions: { contains: async () => true },
    tabs: {
      get: async () => ({}),
      query: async () => [],
      sendMessage: async (tab, message, options) => void sent.push({ tab, message, options }),
      create: nothing,
      update: nothing,
    },
    alarms: { create: nothing, clear: nothing },
    action: { setBadgeText: nothing, setTitle: nothing },
    runtime: {
      getManifest: () => manifest,
      getURL: (path) => `chrome-extension://own/${path}`,
      openOptionsPage: nothing,
    },
    i18n: { getUILanguage: () => "en" },
  };
  globalThis.fetch = async (request) => {
    const url = request.url ?? String(request);
    if (url === "chrome-extension://own/settings.json") return Response.json({ backend: "http://localhost:7430" });
    if (url.startsWith("chrome-extension://own/")) return new Response(await readFile(join(extension, url.slice(23))));
    return fetched(url, request);
  };
  // A module of its own each time: two workers share nothing but what is kept.
  const dir = await mkdtemp(join(tmpdir(), "consentry-core-"));
  await cp(join(extension, "worker"), dir, { recursive: true });
  await writeFile(join(dir, "package.json"), '{"type":"module"}');
  const core = await import(pathToFileURL(join(dir, "worker.js")).href);
  await core.default({ module_or_path: await readFile(join(dir, "worker_bg.wasm")) });
  await core.start();
  await rm(dir, { recursive: true });
  return {
    kept,
    sent,
    arrives: (tab, url) => core.on_address(tab, url),
    /** A message, and its answer. */
    says: (message, sender) => JSON.parse(core.on_message(JSON.stringify(message), JSON.stringify(sender))),
    view: () => JSON.parse(kept.session.view),
    bearers: () => JSON.parse(kept.local.bearers ?? "{}"),
  };
}
