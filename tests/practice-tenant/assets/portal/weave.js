// The parts of a blade that the shell draws itself.
import { commandBar } from "./command-bar.js";
import { churned, h } from "./dom.js";
import { grid } from "./grid.js";

const button = (text, { primary, disabled, wide, act, is } = {}) =>
  h(
    "button",
    {
      type: "button",
      class: `fxs-button${primary ? " fxs-portal-button-primary" : ""}${wide ? " ext-wide-button" : ""}${disabled ? " fxs-button-disabled" : ""} ${churned("button")}`,
      disabled,
      is,
      on: act ? { click: act } : {},
    },
    h("span", { class: "fxs-button-text" }, text),
  );

const tabs = (list, chosen, choose) =>
  h(
    "div",
    { role: "tablist", class: "tabs" },
    list.map(([id, text]) =>
      h(
        "button",
        { type: "button", role: "tab", "aria-selected": String(chosen === id), on: { click: () => choose(id) } },
        text,
      ),
    ),
  );

/** What a blade says of itself, above its content. */
const status = (text) =>
  h(
    "div",
    { class: "fxs-blade-status", role: "status" },
    h("span", { class: "fxs-blade-status-icon", "aria-hidden": "true" }, "i"),
    text,
  );

export const weave = { commandBar, button, grid, tabs, status };
