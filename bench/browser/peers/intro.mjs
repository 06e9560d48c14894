// Intro.js has no way to wait: the page starts it when the target is there.

import introJs from "intro.js";
import css from "intro.js/introjs.css";
import { appears, style } from "./shown.mjs";

style(css);
globalThis.peer = {
  guide: async (selector, { title, text: intro }) => {
    const element = await appears(selector);
    introJs
      .tour()
      .setOptions({ steps: [{ element, title, intro }] })
      .start();
  },
  ring: () => document.querySelector(".introjs-helperLayer")?.getBoundingClientRect(),
  card: () => document.querySelector(".introjs-tooltip"),
};
