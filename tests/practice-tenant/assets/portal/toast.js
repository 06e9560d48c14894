// Short notices in the corner.
import { h } from "./dom.js";

const LIFE_MS = 6000;

/** Shows a notice for a few seconds. */
export const toast = (text, life = LIFE_MS) => {
  const place =
    document.querySelector(".fxs-toast") ??
    document.body.appendChild(h("div", { class: "fxs-toast", "aria-live": "polite" }));
  const close = () => item.remove();
  const item = h(
    "div",
    { class: "fxs-toast-item fxs-popup", role: "alert" },
    h("div", { class: "fxs-toast-description fxs-portal-title" }, text),
    h(
      "button",
      { type: "button", class: "fxs-toast-close", "aria-label": "Dismiss toast notification", on: { click: close } },
      "×",
    ),
  );
  place.append(item);
  setTimeout(close, life);
};
