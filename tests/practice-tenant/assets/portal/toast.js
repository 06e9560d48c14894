// Short notices in the corner. They stay in the notification pane when they have gone.
import { h } from "./dom.js";
import { announce } from "./notifications.js";

const LIFE_MS = 6000;

/** Shows a notice for a few seconds. */
export const toast = (title, text, life = LIFE_MS) => {
  const place =
    document.querySelector(".fxs-toast") ?? document.body.appendChild(h("ul", { class: "fxs-toast", role: "list" }));
  const close = () => item.remove();
  const item = h(
    "li",
    { class: "fxs-toast-item fxs-popup", role: "alert", "aria-live": "polite", "aria-atomic": "true" },
    h(
      "div",
      { class: "fxs-toast-wrapper" },
      h(
        "div",
        { class: "fxs-toast-header" },
        h("div", { class: "fxs-toast-icon", "aria-hidden": "true" }),
        h("div", { class: "fxs-toast-title" }, title),
        h(
          "button",
          {
            type: "button",
            class: "fxs-toast-close",
            "aria-label": "Dismiss toast notification",
            on: { click: close },
          },
          "×",
        ),
      ),
      h("div", { class: "fxs-toast-description" }, text),
    ),
    h("div", { class: "fxs-toast-progressbar", "aria-hidden": "true" }),
  );
  announce(title, text);
  place.append(item);
  setTimeout(close, life);
};
