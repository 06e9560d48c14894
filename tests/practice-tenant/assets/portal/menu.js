// The left menu of a blade: items, and groups that open and close.
import { config, say, variant } from "./config.js";
import { h, pressed, telemetry } from "./dom.js";

const GROUPS = {
  app: [
    [
      null,
      [
        ["Overview", say("overview")],
        ["TroubleshootingMenu", "Diagnose and solve problems"],
      ],
    ],
    [
      "manage",
      [
        ["Properties", say("properties")],
        ["Owners", "Owners"],
        ["RolesAndAdministrators", "Roles and administrators"],
        ["Users", say("users-and-groups")],
        ["SignOn", "Single sign-on"],
        ["Provisioning", "Provisioning"],
        ["SelfService", "Self-service"],
      ],
    ],
    [
      "security",
      [
        ["ConditionalAccess", "Conditional Access"],
        ["Permissions", say("permissions")],
        ["TokenEncryption", "Token encryption"],
      ],
    ],
    [
      "activity",
      [
        ["SignIns", "Sign-in logs"],
        ["UsageInsights", "Usage & insights"],
        ["AuditLogs", "Audit logs"],
      ],
    ],
  ],
  list: [
    [
      null,
      [
        ["Overview", say("overview")],
        ["Diagnose", "Diagnose and solve problems"],
      ],
    ],
    [
      "manage",
      [
        ["AppAppsPreview", say("all-applications")],
        ["PrivateConnectors", "Private network connectors"],
        ["UserSettings", "User settings"],
      ],
    ],
    [
      "security",
      [
        ["ConditionalAccess", "Conditional Access"],
        ["ConsentPolicies", "Consent and permissions"],
      ],
    ],
    [
      "activity",
      [
        ["SignIns", "Sign-in logs"],
        ["AccessRequests", "Admin consent requests"],
      ],
    ],
  ],
};

// Which groups a person has opened or closed, for as long as the page lives.
const open = new Map();
const isOpen = (key) => open.get(key) ?? !config.collapsed;

const item = ([id, text], current, href) => {
  const attributes = {
    class: `fxc-menu-item fxc-menu-listView-item${id === current ? " fxs-portal-activebg" : ""}`,
    "aria-current": id === current ? "page" : null,
    ...telemetry(`Menu-${id}`),
  };
  if (variant(0)) {
    const go = () => (location.hash = href(id));
    return h("div", { ...attributes, role: "treeitem", tabindex: "0", on: pressed(go) }, text);
  }
  return h("li", {}, h("a", { ...attributes, href: href(id) }, text));
};

const group = (kind, [label, items], current, href, again) => {
  const key = `${kind} ${label}`;
  const list = h(
    variant(0) ? "div" : "ul",
    { class: "fxc-menu-listView", role: variant(0) ? "group" : null, hidden: label && !isOpen(key) },
    items.map((entry) => item(entry, current, href)),
  );
  if (!label) return list;
  const flip = () => {
    open.set(key, !isOpen(key));
    again();
  };
  const header = h(
    "button",
    { type: "button", class: "fxc-menu-group", "aria-expanded": String(isOpen(key)), on: { click: flip } },
    say(label),
  );
  return h("div", { class: "fxc-menu-section" }, header, list);
};

/** The menu of an application or of the list; `href` makes the address of an item. */
export const menu = (place, kind, name, current, href) => {
  const render = () =>
    place.replaceChildren(
      h(
        "nav",
        { class: "fxc-menu-scrollarea", "aria-label": name },
        h(
          "div",
          variant(0) ? { role: "tree" } : {},
          GROUPS[kind].map((entry) => group(kind, entry, current, href, render)),
        ),
      ),
    );
  render();
  return { render };
};
