// What lies over the portal at first, and notices that quote its controls (facts: portal-dom F).
import { config, say } from "./config.js";
import { h } from "./dom.js";
import { toast } from "./toast.js";

const QUOTE_EVERY_MS = 8000;
const QUOTE_LIFE_MS = 3000;

const window_ = (kind, title, text) => {
  const close = () => element.remove();
  const button = (words, primary) =>
    h(
      "button",
      {
        type: "button",
        class: `fxs-button${primary ? " primary" : ""}`,
        is: { kind: "dismiss" },
        on: { click: close },
      },
      words,
    );
  const element = h(
    "div",
    { class: `overlay ${kind}` },
    h(
      "div",
      { role: "dialog", class: "fxs-popup", "aria-modal": kind === "nag" ? "true" : null, "aria-label": title },
      h("h2", {}, title),
      h("p", {}, text),
      h("div", { class: "panel-actions" }, kind === "tour" ? button("Next", true) : "", button(say("maybe-later"))),
    ),
  );
  document.body.append(element);
};

/** Shows what the scenario wants, once in a browser session. */
export const overlay = () => {
  if (config.overlay === "none" || sessionStorage.getItem("overlay")) return;
  sessionStorage.setItem("overlay", "shown");
  if (config.overlay === "nag") window_("nag", "How do you like the portal?", "Tell us in two minutes.");
  else window_("tour", "New here?", "Find what you look for in the menu at the left.");
};

/** Notices with the words of controls that a person is sent to: they are none. */
export const quoting = () => {
  if (!config.toasts) return;
  const words = [say("grant-admin-consent"), say("permissions")];
  const quote = () => toast(words[Math.floor(Date.now() / QUOTE_EVERY_MS) % words.length], QUOTE_LIFE_MS);
  setTimeout(quote, 300);
  setInterval(quote, QUOTE_EVERY_MS);
};
