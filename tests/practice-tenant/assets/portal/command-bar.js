// The row of commands over a blade of the shell.
import { churned, h, pressed, telemetry } from "./dom.js";

/** A command: `{ id, text, act, disabled, is }`. */
const command = ({ id, text, act, disabled, is }) =>
  h(
    "li",
    {
      role: "presentation",
      title: text,
      class: `azc-toolbar-item azc-toolbarButton fxs-commandBar-item${disabled ? " fxs-commandBar-itemDisabled" : ""}`,
    },
    h(
      "div",
      {
        class: "azc-toolbarButton-container fxs-portal-hover",
        role: "menuitem",
        tabindex: "0",
        "aria-disabled": disabled ? "true" : null,
        on: pressed(() => !disabled && act?.()),
        is,
      },
      h(
        "div",
        {
          class: "azc-toolbarButton-label fxs-commandBar-item-text",
          id: churned(`_weave_e_${id}`),
          ...telemetry(`Command-${id}`),
        },
        text,
      ),
    ),
  );

/** The bar. */
export const commandBar = (commands) =>
  h(
    "div",
    { class: "fxs-blade-commandBarContainer" },
    h("ul", { class: "azc-toolbar-container fxs-commandBar-itemList", role: "menubar" }, commands.map(command)),
  );
