// Shepherd leaves the waiting to `beforeShowPromise`, and follows with its own positioning.

import Shepherd from "shepherd.js";
import css from "shepherd.js/dist/css/shepherd.css";
import { appears, opening, style } from "./shown.mjs";

style(css);
globalThis.peer = {
  guide: (element, { title, text }) => {
    const tour = new Shepherd.Tour({ useModalOverlay: true });
    tour.addStep({ title, text, attachTo: { element, on: "bottom" }, beforeShowPromise: () => appears(element) });
    tour.start();
  },
  ring: () => opening(".shepherd-modal-overlay-container.shepherd-modal-is-visible path"),
  card: () => document.querySelector(".shepherd-element"),
};
