// App registrations > API permissions of an application of the tenant's own: the grant is a command,
// and asks in the page before it grants (facts: portal-dom C.2).
import { say } from "./config.js";
import { commandBar } from "./command-bar.js";
import { churned, h } from "./dom.js";
import { grid } from "./grid.js";

const COLUMNS = ["API / Permissions name", "Type", "Admin consent required", "Status"];

/** The blade. */
export const registration = (place, start, host) => {
  let app = start;
  let asking = false;

  const ask = (open) => {
    asking = open;
    render();
  };
  const grant = async () => {
    try {
      app = await host.ask(`registrations/${app.appId}/grant`, {});
      host.toast(say("granted-for"));
    } catch (error) {
      host.toast(error.message);
    }
    ask(false);
  };
  const button = (text, act, primary) =>
    h("button", { type: "button", class: `fxs-button${primary ? " primary" : ""}`, on: { click: act } }, text);

  const confirmation = () => {
    const title = churned("grant-confirmation");
    return h(
      "div",
      { role: "alertdialog", class: "confirmation", "aria-labelledby": title },
      h("h3", { id: title }, `${say("grant-admin-consent")}`),
      h("p", {}, say("grant-confirmation")),
      h(
        "div",
        { class: "panel-actions" },
        button(say("yes"), grant, true),
        button(say("no"), () => ask(false)),
      ),
    );
  };

  const render = () => {
    const table = grid(say("configured-permissions"), COLUMNS, (p) => [
      p.permission,
      p.type,
      p.adminRequired ? say("yes") : say("no"),
      app.granted ? say("granted-for") : p.adminRequired ? say("not-granted") : "",
    ]);
    place.replaceChildren(
      commandBar([
        { id: "AddPermission", text: "Add a permission" },
        { id: "GrantAdminConsent", text: say("grant-admin-consent"), act: () => ask(true), disabled: !app.mayChange },
      ]),
      asking ? confirmation() : "",
      h("h3", { class: "blade-heading" }, say("configured-permissions")),
      table.element,
    );
    table.show(app.permissions);
  };
  render();
  return { render };
};
