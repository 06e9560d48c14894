// App registrations > API permissions of an application of the tenant's own: the grant is a command,
// and asks in the page before it grants (pictures: pnp/powershell, pages/images; prowler-cloud/prowler, docs).
import { say } from "./config.js";
import { churned, h } from "./dom.js";
import { weave } from "./weave.js";

const COLUMNS = ["API / Permissions name", "Type", "Admin consent required", "Status"];

/** The blade. */
export const registration = (place, start, host) => {
  let app = start;
  let asking = false;
  let done = false;

  const ask = (open) => {
    asking = open;
    render();
  };
  const grant = async () => {
    try {
      app = await host.ask(`registrations/${app.appId}/grant`, {});
      done = true;
    } catch (error) {
      host.toast(say("grant-admin-consent", app.name), error.message);
    }
    ask(false);
  };

  const confirmation = () => {
    const title = churned("grant-confirmation");
    return h(
      "div",
      { role: "alertdialog", class: "fxs-blade-dialog confirmation", "aria-labelledby": title },
      h("h3", { id: title }, `${say("grant-admin-consent")}`),
      h("p", {}, say("grant-confirmation")),
      h(
        "div",
        { class: "panel-actions" },
        weave.button(say("yes"), { primary: true, act: grant }),
        weave.button(say("no"), { act: () => ask(false) }),
      ),
    );
  };

  const render = () => {
    const table = weave.grid(say("configured-permissions"), COLUMNS, (p) => [
      p.permission,
      p.type,
      p.adminRequired ? say("yes") : say("no"),
      app.granted ? say("granted-for") : p.adminRequired ? say("not-granted") : "",
    ]);
    place.replaceChildren(
      weave.commandBar([
        { id: "AddPermission", text: "Add a permission" },
        { id: "GrantAdminConsent", text: say("grant-admin-consent"), act: () => ask(true), disabled: !app.mayChange },
      ]),
      done ? weave.status(say("granted-for")) : "",
      asking ? confirmation() : "",
      h("h3", { class: "blade-heading" }, say("configured-permissions")),
      table.element,
    );
    table.show(app.permissions);
  };
  render();
  return { render };
};
