// The Permissions blade: the grant control and what was granted so far. Since 2024 it is a React blade; the one
// before was the shell's own (pictures of both: pnp/powershell, pages/images; netbirdio/docs, public/docs-static;
// AdobeDocs/learning-manager.en). What the control is made of no public page shows; the scenario chooses.
import { config, say } from "./config.js";
import { churned, h } from "./dom.js";
import { fluent } from "./fluent.js";
import { weave } from "./weave.js";

const CLASSIC = config.permissionsBlade === "classic";
const COLUMNS = CLASSIC
  ? ["API Name", "Permission", "Type", "Granted through", "Granted by"]
  : ["API name", "Claim value", "Permission", "Type", "Granted through", "Granted by"];

const cells = (g) =>
  CLASSIC
    ? [g.api, g.permission, g.type, g.through, g.by]
    : [g.api, h("a", { class: "ms-Link", href: "#" }, g.claim), g.permission, g.type, g.through, g.by];

/** What the blade says, above the control, in words of our own. */
const explanation = () =>
  CLASSIC
    ? [
        h(
          "p",
          {},
          "An app has permissions when an admin consents for everybody, or when people consent for themselves.",
        ),
        h("p", {}, "As an admin you can consent here on behalf of all users, so that nobody else is asked."),
      ]
    : [
        h("h3", { class: "blade-heading" }, say("permissions")),
        h(
          "p",
          {},
          "These permissions have been granted for your organization. As an admin you can grant permissions for all users, or to the app itself. ",
          h("a", { class: "ms-Link", href: "#" }, "Learn more"),
        ),
        h("p", {}, "Review, revoke, or restore them here. ", h("a", { class: "ms-Link", href: "#" }, "Learn more")),
      ];

/** The blade. */
export const permissions = async (place, { objectId }, host) => {
  const kit = CLASSIC ? weave : fluent;
  const load = () => host.ask(`applications/${objectId}`);
  let app = await load();
  let tab = "adminConsent";
  let granted = false;
  const is = { kind: "grant", objectId };

  const refresh = async () => {
    app = await load();
    render();
  };
  const grant = async () => {
    if (!app.mayChange) return;
    const given = await host.consent(app.appId);
    // The title names the app, where the control names the tenant.
    const title = say("grant-admin-consent", app.name);
    if (given === null)
      return host.toast(title, "Your browser blocked a window. Allow it for this site, and try again.");
    host.toast(title, given ? "The admin consent was granted." : "The admin consent was not granted.");
    granted = given;
    await refresh();
  };

  const control = () => {
    const text = say("grant-admin-consent");
    if (config.grantControl !== "link")
      return kit.button(text, { primary: true, wide: CLASSIC, disabled: !app.mayChange, act: grant, is });
    return app.mayChange
      ? h(
          "a",
          {
            href: "#",
            class: `grant-link ${churned("link")}`,
            is,
            on: { click: (e) => (e.preventDefault(), grant()) },
          },
          text,
        )
      : h("span", { role: "link", "aria-disabled": "true", class: "grant-link" }, text);
  };

  const commands = () => {
    const list = [
      { id: "review", text: "Review permissions" },
      { id: "refresh", text: say("refresh"), act: refresh },
    ];
    if (CLASSIC) list.reverse();
    list.push({ id: "feedback", text: "Got feedback?" });
    const text = say("grant-admin-consent");
    if (config.grantControl === "command")
      list.unshift({ id: "grant", text, act: grant, disabled: !app.mayChange, is });
    return list;
  };

  const choose = (id) => {
    tab = id;
    render();
  };
  const render = () => {
    const table = kit.grid(say("permissions"), COLUMNS, cells, CLASSIC ? undefined : (g) => g.api);
    place.replaceChildren(
      kit.commandBar(commands()),
      granted ? kit.status("Refresh the page to see the latest permissions of the app.") : "",
      ...explanation(),
      app.mayChange ? "" : h("p", { class: "hint" }, "Your role does not allow granting admin consent."),
      config.grantControl === "command" ? "" : h("div", { class: "grant" }, control()),
      kit.tabs(
        [
          ["adminConsent", say("admin-consent")],
          ["userConsent", say("user-consent")],
        ],
        tab,
        choose,
      ),
      table.element,
    );
    table.show(app[tab]);
  };
  render();
  return { render };
};
