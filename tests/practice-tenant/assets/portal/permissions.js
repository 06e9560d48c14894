// The Permissions blade: the grant control and what was granted so far. Which control the real
// blade has is not known; the scenario chooses one of three.
import { config, say } from "./config.js";
import { churned, h } from "./dom.js";
import { commandBar } from "./command-bar.js";
import { grid } from "./grid.js";

const COLUMNS = ["API Name", "Permission", "Type", "Granted through", "Granted by"];

/** The blade. */
export const permissions = async (place, { objectId }, host) => {
  const load = () => host.ask(`applications/${objectId}`);
  let app = await load();
  let tab = "adminConsent";
  const is = { kind: "grant", objectId };

  const refresh = async () => {
    app = await load();
    render();
  };
  const grant = async () => {
    if (!app.mayChange) return;
    const given = await host.consent(app.appId);
    if (given === null) return host.toast("Your browser blocked a window. Allow it for this site, and try again.");
    host.toast(given ? `Granted consent for ${app.name}.` : `Consent for ${app.name} was not granted.`);
    await refresh();
  };

  const control = () => {
    const text = say("grant-admin-consent");
    if (config.grantControl === "link") {
      return app.mayChange
        ? h("a", { href: "#", class: "grant-link", is, on: { click: (e) => (e.preventDefault(), grant()) } }, text)
        : h("span", { role: "link", "aria-disabled": "true", class: "grant-link" }, text);
    }
    return h(
      "button",
      {
        type: "button",
        class: `fxs-button ext-ad-grant ${churned("grantButton")}`,
        disabled: !app.mayChange,
        is,
        on: { click: grant },
      },
      h("span", { class: "fxs-button-text" }, text),
    );
  };

  const tabButton = (id, text) =>
    h(
      "button",
      {
        type: "button",
        role: "tab",
        "aria-selected": String(tab === id),
        on: {
          click: () => {
            tab = id;
            render();
          },
        },
      },
      text,
    );

  const render = () => {
    const commands = [
      { id: "refresh", text: say("refresh"), act: refresh },
      { id: "review", text: "Review permissions" },
    ];
    if (config.grantControl === "command") {
      commands.unshift({ id: "grant", text: say("grant-admin-consent"), act: grant, disabled: !app.mayChange, is });
    }
    const table = grid(say("permissions"), COLUMNS, (g) => [g.api, g.permission, g.type, g.through, g.by]);
    place.replaceChildren(
      commandBar(commands),
      h("h3", { class: "blade-heading" }, say("permissions")),
      h(
        "p",
        {},
        "An application gets its permissions when an administrator consents for everybody, or when people consent for themselves.",
      ),
      h(
        "p",
        {},
        "As an administrator you can consent here on behalf of all users of this directory, so that nobody else is asked.",
      ),
      !app.mayChange ? h("p", { class: "hint" }, "Your role does not allow granting admin consent.") : "",
      config.grantControl === "command" ? "" : h("div", { class: "grant" }, control()),
      h(
        "div",
        { role: "tablist", class: "tabs" },
        tabButton("adminConsent", say("admin-consent")),
        tabButton("userConsent", say("user-consent")),
      ),
      table.element,
    );
    table.show(app[tab]);
  };
  render();
  return { render };
};
