// What this program starts ends with it, even where it is killed and can do nothing more.

import { spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";

let watch;

/** @param {"process" | "folder"} kind @param {number | string} name @param {boolean} [over] */
function tell(kind, name, over = false) {
  if (!watch) {
    const program = join(import.meta.dirname, "watch.mjs");
    watch = spawn(process.execPath, [program], { detached: true, stdio: ["pipe", "ignore", "ignore"] });
    // Nothing waits for it: it waits for us.
    watch.unref();
    watch.stdin.unref?.();
    watch.stdin.on("error", () => {});
  }
  watch.stdin.write(`${JSON.stringify({ kind, name, over })}\n`);
}

/** Has a process end with this program at the latest. */
export function watched(child) {
  if (child.pid === undefined) return child;
  tell("process", child.pid);
  child.once("exit", () => tell("process", child.pid, true));
  return child;
}

/** Has a folder go with this program at the latest. */
export function watchedFolder(folder) {
  tell("folder", folder);
  return folder;
}

/** Ends this program when it is told to: what else listens for signals may only end what is its own. */
export function endAtOnce() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
}

/** Ends this program when the one that started it is gone: it holds the other end of standard input. */
export function endWithParent() {
  process.stdin.resume();
  process.stdin.unref?.();
  for (const gone of ["end", "close", "error"]) process.stdin.once(gone, () => process.exit(1));
}
