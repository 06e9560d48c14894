// A browser with the extension in it and a profile of its own.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { until } from "./stage.mjs";

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

/**
 * Starts a browser.
 * @param {{browser: string, extension: string, tenant?: object, dark?: boolean, headless?: boolean}} options
 */
export async function launch({ browser, extension, tenant, dark = false, headless = true, ...more }) {
  const profile = await mkdtemp(join(tmpdir(), "consentry-profile-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browser,
    headless,
    args: [...(headless ? ["--headless=new", "--disable-gpu"] : []), ...flags(extension, tenant)],
    ignoreDefaultArgs: ["--disable-extensions"],
    viewport: { width: 1280, height: 860 },
    colorScheme: dark ? "dark" : "light",
    ...more,
  });
  const worker = async () => context.serviceWorkers()[0] ?? context.waitForEvent("serviceworker");
  await worker();
  return {
    context,
    worker,
    /** What the extension shows, as its own pages read it. */
    view: async () => {
      const text = await (await worker()).evaluate(async () => (await chrome.storage.session.get("view")).view);
      return text ? JSON.parse(text) : undefined;
    },
    /** Waits for something the extension shows. */
    shows: async function (what, check, seconds) {
      return until(
        what,
        async () => {
          const view = await this.view();
          return view && check(view);
        },
        seconds,
      );
    },
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
