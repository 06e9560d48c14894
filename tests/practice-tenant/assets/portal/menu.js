// The left menu of a blade: one list, or groups that open and close.
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
  registration: [
    [null, [["Overview", say("overview")]]],
    [
      "manage",
      [
        ["Authentication", "Authentication"],
        ["Credentials", "Certificates & secrets"],
        ["CallAnAPI", say("api-permissions")],
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

const tree = config.menu === "tree" || (config.menu === "groups" && variant(0));

// Two items that carry each other's name, where the scenario wants telemetry that is wrong.
const SWAPPED = { Permissions: "Properties", Properties: "Permissions" };
const called = (id) => (config.telemetryWrong ? (SWAPPED[id] ?? id) : id);

const item = ([id, text], { current, href, objectId }) => {
  const attributes = {
    class: `fxc-menu-item fxc-menu-listView-item${id === current ? " fxs-portal-activebg" : ""}`,
    "aria-current": id === current ? "page" : null,
    is: { kind: "menu-item", objectId, item: id, current },
    ...telemetry(`Menu-${called(id)}`),
  };
  if (tree) {
    const go = () => (location.hash = href(id));
    return h("div", { ...attributes, role: "treeitem", tabindex: "0", on: pressed(go) }, text);
  }
  return h("li", {}, h("a", { ...attributes, href: href(id) }, text));
};

const group = (kind, [label, items], about, again) => {
  const key = `${kind} ${label}`;
  const list = h(
    tree ? "div" : "ul",
    { class: "fxc-menu-listView", role: tree ? "group" : null, hidden: label && !isOpen(key) },
    items.map((entry) => item(entry, about)),
  );
  if (!label) return list;
  const ids = items.map(([id]) => id);
  const like = config.groupLikeItem && ids.includes("Permissions");
  const flip = () => {
    open.set(key, !isOpen(key));
    again();
  };
  const header = h(
    "button",
    {
      type: "button",
      class: "fxc-menu-group",
      "aria-expanded": String(isOpen(key)),
      is: () => ({ kind: "menu-group", objectId: about.objectId, items: ids, open: isOpen(key) }),
      on: { click: flip },
    },
    say(like ? "permissions" : label),
  );
  return h("div", { class: "fxc-menu-section" }, header, list);
};

/** The groups of a menu, or all their items in one. */
const groups = (kind) => (config.menu === "flat" ? [[null, GROUPS[kind].flatMap(([, items]) => items)]] : GROUPS[kind]);

/**
 * The menu of an application or of the list. `href` makes the address of an item; `objectId` is the
 * application's.
 */
export const menu = (place, kind, name, { current, href, objectId = null }) => {
  const about = { current, href, objectId };
  const render = () =>
    place.replaceChildren(
      h(
        "nav",
        { class: "fxc-menu-scrollarea", "aria-label": name },
        h(
          "div",
          tree ? { role: "tree" } : {},
          groups(kind).map((entry) => group(kind, entry, about, render)),
        ),
      ),
    );
  render();
  return { render };
};
