// A browser with the extension in it and a profile of its own.

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { chromium } from "playwright-core";
import { until } from "./stage.mjs";
import { watchedFolder } from "./watched.mjs";

/** How a browser is started; the same for the robot and for a person. */
export function flags(extension, tenant) {
  const flags = [
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
    "--disable-features=DisableLoadExtensionCommandLineSwitch",
  ];
  if (process.getuid?.() === 0) flags.push("--no-sandbox");
  if (tenant) {
    // Real host names, answered by the practice tenant and by nobody else; only its key is trusted.
    const rules = tenant.hosts.map((host) => `MAP ${host}:443 127.0.0.1:${tenant.port}`);
    flags.push(`--host-resolver-rules=${rules.join(",")},MAP * ~NOTFOUND,EXCLUDE localhost,EXCLUDE 127.0.0.1`);
    flags.push(`--ignore-certificate-errors-spki-list=${tenant.spki_sha256}`);
  }
  return flags;
}

/** Where a browser reads its settings and an organization's policies from, on Linux. */
const homeOf = (browser) =>
  ({ "google-chrome": "/etc/opt/chrome", "microsoft-edge": "/etc/opt/edge" })[basename(browser)] ?? "/etc/chromium";

/** Why a browser cannot be given a policy of its own here; nothing where it can. */
export function noPolicy(browser) {
  if (!existsSync(homeOf(browser))) return `${homeOf(browser)} is not there`;
  try {
    execFileSync("unshare", [...asRoot(), "--mount", "true"], { stdio: "ignore" });
  } catch {
    return "unshare cannot make a mount namespace here";
  }
  return undefined;
}

const asRoot = () => (process.getuid?.() === 0 ? [] : ["--map-root-user"]);

/**
 * A program that starts the browser under a policy. The policy is laid over the browser's own folder
 * for this process alone: nothing on the machine changes, and no other browser reads it.
 */
async function managed(browser, policy, dir) {
  await mkdir(join(dir, "managed-home", "policies", "managed"), { recursive: true });
  await writeFile(join(dir, "managed-home", "policies", "managed", "test.json"), JSON.stringify(policy));
  const program = join(dir, "browser");
  const lay = `mount --bind "${join(dir, "managed-home")}" "${homeOf(browser)}"`;
  const start = `exec unshare ${asRoot().join(" ")} --mount sh -c '${lay} && exec "$@"' sh "${browser}" "$@"`;
  await writeFile(program, `#!/bin/sh\n${start}\n`, { mode: 0o755 });
  return program;
}

/**
 * Starts a browser. `policy` is what an organization's policy file would hold; `profile` a folder that
 * stays, for a browser that is started again.
 * @param {{
 *   browser: string, extension: string, tenant?: object, dark?: boolean, headless?: boolean, policy?: object,
 *   profile?: string,
 * }} options
 */
export async function launch({ browser, extension, tenant, dark = false, headless = true, policy, ...more }) {
  // Playwright ends the browser when this program is gone: it hears of nobody any more.
  const own = watchedFolder(await mkdtemp(join(tmpdir(), "consentry-profile-")));
  const { profile = join(own, "profile"), ...rest } = more;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: policy ? await managed(browser, policy, own) : browser,
    headless,
    args: [...(headless ? ["--headless=new", "--disable-gpu"] : []), ...flags(extension, tenant)],
    ignoreDefaultArgs: ["--disable-extensions"],
    viewport: { width: 1280, height: 860 },
    colorScheme: dark ? "dark" : "light",
    ...rest,
  });
  const worker = async () => context.serviceWorkers()[0] ?? context.waitForEvent("serviceworker");
  await worker();
  let last;
  return {
    context,
    worker,
    /** Which addresses the manifest gives the extension access to. */
    allowed: async () => {
      const manifest = await (await worker()).evaluate(() => chrome.runtime.getManifest());
      const { content_scripts: scripts, host_permissions: hosts } = manifest;
      const patterns = [...scripts.flatMap((script) => script.matches), ...hosts].map(toExpression);
      return (address) => patterns.some((pattern) => pattern.test(address.replace(/#.*/, "")));
    },
    /** What the extension shows, as its own pages read it. */
    view: async () => {
      const read = async () => (await worker()).evaluate(async () => (await chrome.storage.session.get("view")).view);
      // A stopped worker answers when its next event starts it; what was shown last stands until then.
      const text = await Promise.race([read().catch(() => undefined), new Promise((late) => setTimeout(late, 1000))]);
      if (text) last = JSON.parse(text);
      return last;
    },
    /** Waits for something the extension shows. */
    shows: async function (what, check, seconds) {
      let view;
      const shown = async () => (view = await this.view()) && check(view);
      return until(what, shown, seconds).catch((error) => {
        const told = view?.journeys.map(({ headline, status }) => [headline, status?.state, status?.checked_at]);
        throw new Error(`${error.message}; the journeys: ${JSON.stringify(told)}`, { cause: error });
      });
    },
    /** Sets what a person can set of the extension. */
    set: async (settings) =>
      (await worker()).evaluate(
        (settings) => chrome.storage.local.set({ settings: JSON.stringify(settings) }),
        settings,
      ),
    /** Stops the worker as Chrome does: it starts again with the next message. */
    kill: async () => {
      const page = context.pages().find((page) => page.url().startsWith("http"));
      if (page) await stopWorkers(await context.newCDPSession(page));
    },
    close: async () => {
      await context.close();
      await rm(own, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Makes the overlay of an extension in a folder one that its page can look into. */
export async function openOverlay(extension) {
  const hands = join(extension, "content", "hands.js");
  await writeFile(hands, (await readFile(hands, "utf8")).replace(/"closed"/, '"open"'));
}

/** A match pattern as an expression (developer.chrome.com, "Match patterns"). */
export function toExpression(pattern) {
  const [, scheme, host, path] = /^(\w+):\/\/([^/]*)(\/.*)$/.exec(pattern);
  const plain = (text) => text.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
  const domain = host.startsWith("*.") ? `([^/:]+\\.)?${plain(host.slice(2))}` : plain(host);
  return new RegExp(`^${scheme}://${domain}(:\\d+)?${plain(path)}$`);
}

/** Stops every service worker, as chrome://serviceworker-internals does. */
async function stopWorkers(session) {
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await session.detach();
}
