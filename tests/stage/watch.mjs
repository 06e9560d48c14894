// Ends what a program has started, however that program ends: it is told which processes and folders there are, one
// a line, and when the line goes dead, so do they. It runs in a session of its own, where no signal of a terminal
// and none to the program's group reaches it.

/** A browser whose controller is gone writes for a moment yet: its folder must stay away for so long, in milliseconds. */
const CALM_MS = 1000;
/** And is given up after so long. */
const LONGEST_MS = 20_000;

import { existsSync, rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";

const processes = new Set();
const folders = new Set();
const KINDS = { process: processes, folder: folders };

createInterface({ input: process.stdin })
  .on("line", (line) => {
    const { kind, name, over } = JSON.parse(line);
    KINDS[kind][over ? "delete" : "add"](name);
  })
  .on("close", async () => {
    for (const id of processes) {
      try {
        process.kill(id, "SIGKILL");
      } catch {
        // It has ended by itself.
      }
    }
    const began = Date.now();
    for (let calm = began; Date.now() < Math.min(calm + CALM_MS, began + LONGEST_MS); await pause(100)) {
      for (const folder of [...folders].filter((folder) => existsSync(folder))) {
        calm = Date.now();
        remove(folder);
      }
    }
  });

/** Removes what can be removed of a folder now. @param {string} folder */
function remove(folder) {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Somebody writes into it still.
  }
}
