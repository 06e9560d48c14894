// The stage a journey is played on: the real backend with a file of its own, and the practice
// tenant. Both are real processes on ports of their own; all their files go when the stage does.

import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { watched, watchedFolder } from "./watched.mjs";

/** A port nobody listens on. */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Waits until something is so; `what` is said when it never is. */
export async function until(what, check, seconds = 20) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await check();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited ${seconds} s in vain for ${what}`);
    await new Promise((next) => setTimeout(next, 40));
  }
}

/** The id Chrome gives an extension with that manifest key: its hash, spelled with a to p. */
export function extensionId(key) {
  const hash = createHash("sha256").update(Buffer.from(key, "base64")).digest("hex");
  return [...hash.slice(0, 32)].map((digit) => String.fromCharCode(97 + parseInt(digit, 16))).join("");
}

/** Application ID of the practice tenant's observer. */
const OBSERVER = "0b5e7fe2-6a1d-4c7b-9d1e-2f3a4b5c6d7e";

function start(program, args, env, log) {
  const child = watched(spawn(program, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] }));
  child.stderr.on("data", (bytes) => log.push(bytes.toString()));
  child.ended = new Promise((resolve) => child.once("exit", resolve));
  return child;
}

async function end(child, signal = "SIGTERM") {
  if (child && child.exitCode === null && child.signalCode === null) child.kill(signal);
  await child?.ended;
}

/**
 * Starts backend and tenant.
 * @param {{server: string, tenant: string, extension: string, entry: string, profile: string}} build what was
 *   built, and the app it is tried with
 * @param {{
 *   scenarioFile?: string, scenario?: string, practice?: boolean, language?: string, firstRun?: boolean, observer?: boolean,
 * }} [options] a scenario file, or its text; whether the extension says that this is practice, the language it speaks, and
 *   whether a page opens when it was installed; whether the backend has the tenant's observer, which reads when it is asked to
 */
export async function stage(build, options = {}) {
  const { practice = false, language, firstRun = false, observer = false } = options;
  const dir = watchedFolder(await mkdtemp(join(tmpdir(), "consentry-")));
  const file = (name) => join(dir, name);
  const log = [];
  const port = await freePort();
  const backend = `http://localhost:${port}`;
  const secret = randomBytes(24).toString("base64url");
  await writeFile(file("client-secret"), secret);

  let scenarioFile = options.scenarioFile;
  if (options.scenario !== undefined) {
    scenarioFile = file("scenario.toml");
    await writeFile(scenarioFile, options.scenario);
  }
  const tenantArgs = ["--listen", "127.0.0.1:0", "--backend", backend];
  tenantArgs.push("--client-secret-file", file("client-secret"), "--ca-out", file("ca.pem"));
  if (scenarioFile) tenantArgs.push("--scenario", scenarioFile);
  const tenantProcess = start(build.tenant, tenantArgs, {}, log);
  const ready = await Promise.race([
    new Promise((resolve) => createInterface(tenantProcess.stdout).once("line", resolve)),
    tenantProcess.ended.then(() => undefined),
  ]);
  if (!ready) throw new Error(`the practice tenant did not start:\n${log.join("")}`);
  const tenant = JSON.parse(ready);
  tenantProcess.stdout.resume();

  const manifest = JSON.parse(await readFile(join(build.extension, "manifest.json"), "utf8"));
  const id = extensionId(manifest.key);
  const { portal } = tenant;
  const hosts = tenant.hosts.filter((host) => !host.includes("*"));
  const config = [
    `listen = "127.0.0.1:${port}"`,
    `public_url = "${backend}"`,
    `database = ${JSON.stringify(file("consentry.sqlite"))}`,
    `master_key = "${randomBytes(32).toString("base64")}"`,
    `allowed_origins = ["chrome-extension://${id}", "${new URL(build.entry).origin}"]`,
    // Many journeys from one address.
    "[limits]",
    "client_per_minute = 0",
    "sign_in_per_minute = 0",
    "[microsoft]",
    `portal = "${portal}"`,
    `ca_file = ${JSON.stringify(file("ca.pem"))}`,
    "[microsoft.resolve]",
    ...hosts.map((host) => `"${host}" = "127.0.0.1:${tenant.port}"`),
    "[[app]]",
    `profile = "${build.profile}"`,
    `client_secret_file = ${JSON.stringify(file("client-secret"))}`,
  ];
  const control = `http://127.0.0.1:${tenant.control_port}`;
  const state = async () => (await fetch(`${control}/state`)).json();
  if (observer) {
    config.push("[observer]", `tenant = "${(await state()).tenant.id}"`, `client_id = "${OBSERVER}"`);
    config.push(`client_secret_file = ${JSON.stringify(file("client-secret"))}`, "every_minutes = 0");
  }
  await writeFile(file("consentry.toml"), config.join("\n"));

  // The extension as a vendor would package it: pointing at this backend.
  await cp(build.extension, file("extension"), { recursive: true });
  await writeFile(
    join(file("extension"), "settings.json"),
    JSON.stringify({ backend, portal, practice, language, firstRun }),
  );

  let server;
  const startBackend = async () => {
    server = start(build.server, ["serve", "--config", file("consentry.toml")], {}, log);
    server.stdout.on("data", (bytes) => log.push(bytes.toString()));
    await until("the backend", async () => {
      if (server.exitCode !== null) throw new Error(`the backend did not start:\n${log.join("")}`);
      return fetch(`${backend}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      );
    });
  };
  await startBackend();

  /** Reads the tenant once, as a person does at the command line; the backend does not run meanwhile. */
  const observe = async () => {
    const args = ["observe", "--once", "--config", file("consentry.toml"), "--out", file("report.json")];
    const child = start(build.server, args, {}, log);
    child.stdout.on("data", (bytes) => log.push(bytes.toString()));
    if ((await child.ended) !== 0) throw new Error(`the observer did not read all:\n${log.join("")}`);
  };

  const tell = async (path, body) => {
    const answer = await fetch(`${control}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`the tenant refused ${JSON.stringify(body)}: ${await answer.text()}`);
    return answer.json();
  };
  return {
    dir,
    backend,
    portal,
    tenant,
    log,
    extension: file("extension"),
    extensionId: id,
    startBackend,
    stopBackend: (signal) => end(server, signal),
    /** What really happened in the tenant. */
    state,
    /** Changes the running scenario. */
    change: (patch) => tell("/scenario", patch),
    observe,
    /** Begins anew in the tenant, as if it had been started with these keys besides. */
    begin: (patch) => tell("/begin", patch),
    stop: async () => {
      await end(server);
      await end(tenantProcess);
      await rm(dir, { recursive: true, force: true });
    },
  };
}
