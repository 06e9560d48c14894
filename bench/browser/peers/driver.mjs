// driver.js waits for a late target by itself (`waitForElement`), with an observer of the whole document.

import { driver } from "driver.js";
import css from "driver.js/dist/driver.css";
import { opening, style } from "./shown.mjs";

const FOREVER = 2 ** 31 - 1;

style(css);
globalThis.peer = {
  guide: (element, { title, text: description }) =>
    driver({ waitForElement: FOREVER, steps: [{ element, popover: { title, description } }] }).drive(),
  ring: () => opening(".driver-overlay path"),
  card: () => document.querySelector(".driver-popover"),
};
