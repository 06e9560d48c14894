// The left menu of a blade: the service menu, or one of the forms it had or may have.
import { config, say } from "./config.js";
import { h, pressed, telemetry } from "./dom.js";
import { GROUPS } from "./menu-items.js";
import { serviceMenu } from "./service-menu.js";

// Which groups a person has opened or closed, for as long as the page lives.
const chosen = new Map();

// Two items that carry each other's name, where the scenario wants telemetry that is wrong.
const SWAPPED = { Permissions: "Properties", Properties: "Permissions" };
const called = (id) => (config.telemetryWrong ? (SWAPPED[id] ?? id) : id);

const tree = config.menu === "tree";

const item = ([id, text], { current, href, objectId }) => {
  const attributes = {
    class: `fxc-menu-item fxc-menu-listView-item${id === current ? " fxs-portal-activated" : ""}`,
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

const group = (entry, { about, open, flip, name }) => {
  const [label, items] = entry;
  const list = h(
    tree ? "div" : "ul",
    { class: "fxc-menu-listView", role: tree ? "group" : null, hidden: label && !open(entry) },
    items.map((one) => item(one, about)),
  );
  if (!label) return list;
  const header = h(
    "button",
    {
      type: "button",
      class: "fxc-menu-group",
      "aria-expanded": String(open(entry)),
      is: { kind: "menu-group", objectId: about.objectId, items: items.map(([id]) => id), open: open(entry) },
      on: { click: () => flip(entry) },
    },
    name(entry),
  );
  return h("div", { class: "fxc-menu-section" }, header, list);
};

const earlierMenu = (place, menu) =>
  place.replaceChildren(
    h(
      "nav",
      { class: "fxc-menu-scrollarea", "aria-label": menu.title },
      h(
        "div",
        tree ? { role: "tree" } : {},
        menu.groups.map((entry) => group(entry, menu)),
      ),
    ),
  );

/** The groups of a menu, or all their items in one. */
const groupsOf = (kind) =>
  config.menu === "flat" ? [[null, GROUPS[kind].flatMap(([, items]) => items)]] : GROUPS[kind];

/**
 * The menu of an application or of the list. `href` makes the address of an item; `objectId` is the
 * application's.
 */
export const menu = (place, kind, title, { current, href, objectId = null }) => {
  const groups = groupsOf(kind);
  const keyOf = ([label]) => `${kind} ${label}`;
  const holds = ([, items], wanted) => items.some(([id]) => id === wanted);
  // As in the real portal, the group of the current item is open.
  const open = (entry) => chosen.get(keyOf(entry)) ?? (!config.collapsed || holds(entry, current));
  const flip = (entry) => {
    chosen.set(keyOf(entry), !open(entry));
    render();
  };
  const flipAll = () => {
    const all = groups.every((entry) => !entry[0] || open(entry));
    for (const entry of groups) chosen.set(keyOf(entry), !all);
    render();
  };
  const name = (entry) => say(config.groupLikeItem && holds(entry, "Permissions") ? "permissions" : entry[0]);
  const about = { current, href, objectId, called };
  const draw = config.menu === "service" ? serviceMenu : earlierMenu;
  const render = () => draw(place, { title, groups, about, open, flip, flipAll, name });
  render();
  return { render };
};
