// However the demo ends, and whoever is told to end, nothing that it started stays: no backend, no practice
// tenant, no browser, and no file.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { test } from "node:test";
import { build } from "../stage/build.mjs";
import { until } from "../stage/stage.mjs";

const DEMO = join(import.meta.dirname, "../robot/demo.mjs");

/** Starts the demo as `cargo xtask demo` does: its standard input is a pipe that this holds. */
const STARTER = `const { spawn } = require("node:child_process");
const demo = spawn(process.execPath, JSON.parse(process.argv[1]), { stdio: ["pipe", "ignore", "ignore"] });
demo.once("exit", () => process.exit(1));
console.log(demo.pid);`;

/** Processes whose environment names a folder: what was started with it inherits it. */
async function startedWith(folder) {
  const found = [];
  for (const id of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const read = (file) => readFile(`/proc/${id}/${file}`, "utf8").catch(() => "");
    if ((await read("environ")).includes(`TMPDIR=${folder}\0`)) {
      const program = (await read("cmdline")).split("\0")[0];
      if (program) found.push({ id, program: basename(program) });
    }
  }
  return found;
}

const skip = process.platform !== "linux" && "there is no /proc here";

for (const whose of ["demo", "starter"])
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP", "SIGKILL"])
    test(`${signal} to the ${whose} ends all that it started`, { skip }, async (t) => {
      const folder = await mkdtemp(join(tmpdir(), "ending-"));
      t.after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
      const task = { ...build(), headless: true, out: folder, endsWithParent: true };
      const args = JSON.stringify([DEMO, JSON.stringify(task)]);
      const env = { ...process.env, TMPDIR: folder };
      const starter = spawn(process.execPath, ["-e", STARTER, args], { env, stdio: ["ignore", "pipe", "inherit"] });
      t.after(() => starter.kill("SIGKILL"));
      const demo = await new Promise((told) => starter.stdout.once("data", (bytes) => told(Number(bytes))));
      const programs = [build().server, build().tenant, build().browser].map((program) => basename(program));
      await until(
        "backend, practice tenant and browser",
        async () => {
          const there = (await startedWith(folder)).map(({ program }) => program);
          return programs.every((program) => there.some((one) => one.startsWith(program)));
        },
        60,
      );
      process.kill(whose === "demo" ? demo : starter.pid, signal);
      let left;
      await until("the end", async () => (left = await startedWith(folder)).length === 0, 30).catch(() =>
        assert.deepEqual(left, []),
      );
      const files = await readdir(folder);
      assert.deepEqual(
        files.filter((name) => name.startsWith("consentry-")),
        [],
      );
    });
