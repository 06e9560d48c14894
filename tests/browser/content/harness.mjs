// A browser with the built extension in it, its core replaced by `worker.js`, and pages of our own
// under the address the manifest keeps for them. The pages forbid whatever a page can forbid, if not told otherwise.

import { once } from "node:events";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch, openOverlay } from "../../stage/browser.mjs";
import { build } from "../../stage/build.mjs";
import { until } from "../../stage/stage.mjs";

const POLICY = [
  "default-src 'none'",
  "script-src 'nonce-x' 'strict-dynamic'",
  "style-src 'nonce-x'",
  "form-action 'self'",
  "frame-src 'self'",
  "require-trusted-types-for 'script'",
].join("; ");

/**
 * Serves pages by their path, and writes down what is posted. A post is answered without content, so
 * the page stays, and no navigation of one test runs into the next.
 */
async function serve(pages, strict) {
  const posts = [];
  const server = createServer(async (request, response) => {
    const path = request.url.split("?")[0];
    response.setHeader("content-type", "text/html; charset=utf-8");
    if (strict) response.setHeader("content-security-policy", POLICY);
    if (request.method === "POST") {
      const parts = [];
      for await (const part of request) parts.push(part);
      posts.push({ path, body: Buffer.concat(parts).toString() });
      response.statusCode = 204;
      response.end();
      return;
    }
    response.statusCode = path in pages ? 200 : 404;
    response.end(pages[path] ?? "");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { server, posts, base: `http://localhost:${server.address().port}` };
}

/** In a page where no frame is ever drawn, as far as the content scripts are told. */
const STILL = `globalThis.requestAnimationFrame = () => 1;
globalThis.IntersectionObserver = class { observe() {} disconnect() {} };`;

/** In a page that is loaded ahead, until the page says otherwise: no browser without a person loads one by itself. */
const AHEAD = `Object.defineProperty(Document.prototype, "prerendering", { get: () => true });`;

/** The arithmetic of looks with nothing saved up, no share of the time to speak of, and ten minutes for the longest rest. */
function tire(text) {
  const changes = [
    [/=60([,;])/, "=0$1"],
    [/:0?\.01/, ":1e-9"],
    [/2e3|2000/, "6e5"],
  ];
  return changes.reduce((text, [pattern, other]) => {
    if (!pattern.test(text)) throw new Error(`pace.js has no ${pattern} any more`);
    return text.replace(pattern, other);
  }, text);
}

/** Makes the hand-off page's address one where consent is given, as far as the content scripts know. */
async function guard(dir, scripts) {
  const file = join(dir, "manifest.json");
  const manifest = JSON.parse(await readFile(file, "utf8"));
  for (const { js } of manifest.content_scripts) js.splice(js.indexOf("content/content.js"), 0, ...scripts);
  await writeFile(file, JSON.stringify(manifest));
}

/**
 * @param {Record<string, string>} pages by path, each below `/h/`
 * @param {{hold?: boolean, early?: boolean, still?: boolean, open?: boolean, tired?: boolean, ahead?: boolean}} [options] whether anything can be held, and what is not
 *   judged yet too; whether the content scripts never hear of a frame; whether pages may do what they like, and see the
 *   overlay; whether each look was so dear that the next one of its own accord is ten minutes off; whether pages are loaded ahead, as far as the
 *   content scripts are told
 */
export async function start(
  pages,
  { early = false, hold = early, still = false, open = false, tired = false, ahead = false } = {},
) {
  const { browser: executable, extension } = build();
  const dir = await mkdtemp(join(tmpdir(), "consentry-content-"));
  await cp(extension, dir, { recursive: true });
  await cp(join(import.meta.dirname, "worker.js"), join(dir, "worker", "worker.js"));
  const change = async (script, how) => {
    const file = join(dir, "content", script);
    await writeFile(file, how(await readFile(file, "utf8")));
  };
  if (still) await change("names.js", (text) => `${STILL}\n${text}`);
  if (ahead) await change("names.js", (text) => `${AHEAD}\n${text}`);
  if (tired) await change("pace.js", tire);
  if (open) await openOverlay(dir);
  await guard(dir, [...(hold ? ["content/block.js"] : []), ...(early ? ["content/early.js"] : [])]);
  const { server, posts, base } = await serve(pages, !open);
  const browser = await launch({ browser: executable, extension: dir });
  const worker = await browser.worker();
  await until("the worker", () => worker.evaluate(() => !!globalThis.heard));
  const page = await browser.context.newPage();
  return {
    page,
    worker,
    posts,
    base,
    context: browser.context,
    id: new URL(worker.url()).host,
    /** Messages of one kind, oldest first. */
    heard: (kind) =>
      worker.evaluate(
        (kind) => globalThis.heard.flatMap(({ message }) => (kind in message ? [message[kind]] : [])),
        kind,
      ),
    forget: () => worker.evaluate(() => void (globalThis.heard.length = 0)),
    /** The newest sighting of a page that is there as a whole. */
    saw: (path) =>
      until(`a sighting of ${path}`, () =>
        worker.evaluate((path) => {
          const seen = globalThis.heard.map(({ message }) => message.saw).filter((saw) => saw?.url.includes(path));
          return seen.at(-1)?.complete && seen.at(-1);
        }, path),
      ),
    /** The tab that spoke last. */
    tab: () => worker.evaluate(() => globalThis.heard.findLast(({ sender }) => sender.tab != null)?.sender.tab),
    tell: (tab, message, frameId = 0) =>
      worker.evaluate(
        ([tab, message, frameId]) => chrome.tabs.sendMessage(tab, message, { frameId }),
        [tab, message, frameId],
      ),
    /** Whether the core answers what was seen: "yes", "no", or not a word. */
    answering: (how) => worker.evaluate((how) => void (globalThis.answering = how), how),
    /** What is painted with the answer to a hello; nothing, if nothing is given. */
    painting: (paint) => worker.evaluate((paint) => void (globalThis.painted = paint ?? undefined), paint ?? null),
    /** Whether the core knows the pages that say hello. */
    knowing: (known) => worker.evaluate((known) => void (globalThis.unknown = !known), known),
    /** What the faces show. */
    show: (view) => worker.evaluate((view) => chrome.storage.session.set({ view: JSON.stringify(view) }), view),
    stop: async () => {
      await browser.close();
      server.closeAllConnections();
      server.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** Returns when a page has drawn so many frames: what a page does by itself, it has done by then. */
export const drawn = (page, frames) =>
  page.evaluate(async (frames) => {
    while (frames--) await new Promise((next) => requestAnimationFrame(next));
  }, frames);
