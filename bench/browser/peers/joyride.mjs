// react-joyride asks for a late target ten times a second (`targetWaitTimeout`).

import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { Joyride } from "react-joyride";
import { opening } from "./shown.mjs";

const FOREVER = 2 ** 31 - 1;

globalThis.peer = {
  guide: (target, { title, text: content }) => {
    const steps = [{ target, title, content, skipBeacon: true, targetWaitTimeout: FOREVER }];
    const root = document.body.appendChild(document.createElement("div"));
    createRoot(root).render(createElement(Joyride, { steps, run: true }));
  },
  ring: () => opening(".react-joyride__spotlight path"),
  card: () => document.querySelector(".react-joyride__tooltip"),
};
