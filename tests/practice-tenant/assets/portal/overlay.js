// What lies over the portal at first, and notices that quote its controls.
import { config, say } from "./config.js";
import { h } from "./dom.js";
import { toast } from "./toast.js";

const QUOTE_EVERY_MS = 8000;
const QUOTE_LIFE_MS = 3000;

const button = (words, act, primary) =>
  h(
    "button",
    {
      type: "button",
      class: `fxs-button${primary ? " fxs-portal-button-primary" : ""}`,
      is: { kind: "dismiss" },
      on: { click: act },
    },
    words,
  );

const WINDOWS = {
  nag: (close) => ({
    outer: "overlay nag",
    attributes: {
      role: "dialog",
      class: "fxs-popup",
      "aria-modal": "true",
      "aria-label": "How do you like the portal?",
    },
    parts: [
      h("h2", {}, "How do you like the portal?"),
      h("p", {}, "Tell us in two minutes."),
      h("div", { class: "panel-actions" }, button(say("maybe-later"), close)),
    ],
  }),
  tour: (close) => ({
    outer: "overlay tour",
    attributes: { role: "dialog", class: "fxs-popup", "aria-label": "New here?" },
    parts: [
      h("h2", {}, "New here?"),
      h("p", {}, "Find what you look for in the menu at the left."),
      h("div", { class: "panel-actions" }, button("Next", close, true), button(say("maybe-later"), close)),
    ],
  }),
  bubble: (close) => ({
    outer: "overlay tour",
    attributes: { role: "dialog", class: "fxs-teaching-bubble fxs-popup", "aria-label": say("permissions") },
    parts: [
      h("div", { class: "fxs-teaching-bubble-headline" }, say("permissions")),
      h("p", { class: "fxs-teaching-bubble-body" }, `${say("grant-admin-consent")}: it has a new look.`),
      h("div", { class: "panel-actions" }, button("Got it", close, true)),
    ],
  }),
  "message-box": (close) => ({
    outer: "overlay nag",
    attributes: {
      role: "alertdialog",
      class: "fxs-messagebox fxs-popup",
      "aria-modal": "true",
      "aria-labelledby": "fxs-messagebox-title",
    },
    parts: [
      h("h2", { class: "fxs-messagebox-title", id: "fxs-messagebox-title" }, "Your session was restored"),
      h("p", { class: "fxs-messagebox-message" }, "Do you want to go on where you were?"),
      h(
        "div",
        { class: "fxs-messagebox-buttons panel-actions" },
        button(say("yes"), close, true),
        button(say("no"), close),
      ),
    ],
  }),
};

/** Shows what the scenario wants, once in a browser session. */
export const overlay = () => {
  const make = WINDOWS[config.overlay];
  if (!make || sessionStorage.getItem("overlay")) return;
  sessionStorage.setItem("overlay", "shown");
  const { outer, attributes, parts } = make(() => element.remove());
  const element = h("div", { class: outer }, h("div", attributes, parts));
  document.body.append(element);
};

/** Notices with the words of controls that a person is sent to: they are none. */
export const quoting = () => {
  if (!config.toasts) return;
  const words = [say("grant-admin-consent"), say("permissions")];
  const quote = () =>
    toast(words[Math.floor(Date.now() / QUOTE_EVERY_MS) % words.length], "Nothing has to be done.", QUOTE_LIFE_MS);
  setTimeout(quote, 300);
  setInterval(quote, QUOTE_EVERY_MS);
};
