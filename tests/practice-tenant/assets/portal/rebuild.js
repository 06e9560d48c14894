// Building menu and blade anew, again and again, as a busy portal does.
import { config } from "./config.js";

const FOCUSABLE = "a, button, input, summary, [tabindex]";

// A node that is replaced between pointer down and up loses the click. That is another trouble
// than the one this models, and it would make every test a gamble.
let pointers = 0;
addEventListener("pointerdown", () => (pointers += 1), true);
for (const end of ["pointerup", "pointercancel"]) {
  addEventListener(end, () => setTimeout(() => (pointers = 0)), true);
}

/** Calls `build` every so often, where the scenario wants it, and keeps the keyboard's place. */
export const rebuilding = (build) => {
  if (config.rerenderMs === 0) return;
  setInterval(() => {
    if (pointers > 0) return;
    const at = [...document.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement);
    build();
    if (at >= 0) document.querySelectorAll(FOCUSABLE)[at]?.focus();
  }, config.rerenderMs);
};
