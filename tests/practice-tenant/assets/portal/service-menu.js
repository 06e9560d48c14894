// The service menu: a list of groups that open and close, each a list of links. The telemetry name is on an
// element inside the link, and is "Menu-" and the item's segment of the route (seen in
// weixian-zhang/azure-portal-use, misc_tests/test_playwright/raw_html_as_rag.txt, November 2025).
import { config, say } from "./config.js";
import { churned, h, telemetry } from "./dom.js";
import { DISABLED } from "./menu-items.js";

/** Up and down among the links that can be seen: they are one stop of the keyboard. */
const walk = (menu) => (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const stops = [...menu.querySelectorAll("a, button.azc-listView-collapsible-groupheader")].filter(
    (stop) => stop.offsetParent !== null,
  );
  // In a shadow root the document's active element is its host.
  const at = stops.indexOf(menu.getRootNode().activeElement);
  const next = stops[at + step];
  if (at < 0 || !next) return;
  event.preventDefault();
  for (const stop of stops) stop.tabIndex = stop === next ? 0 : -1;
  next.focus();
};

const item = ([id, text], { current, href, objectId, called }) => {
  const here = id === current;
  const disabled = DISABLED.includes(id);
  return h(
    "li",
    {
      class: `azc-listView-item${here ? " fxs-portal-activated" : ""}`,
      role: "listitem",
      title: text,
      "aria-current": String(here),
      "aria-disabled": String(disabled),
    },
    h(
      "a",
      {
        class: `fxc-menu-item${disabled ? " fxc-menu-item-disabled" : ""}`,
        href: href(id),
        tabindex: here ? "0" : "-1",
        is: { kind: "menu-item", objectId, item: id, current },
        on: { click: (event) => disabled && event.preventDefault() },
      },
      h(
        "div",
        { class: "fxc-menu-listView-item", id: churned(`_weave_e_menu_${id}`), ...telemetry(`Menu-${called(id)}`) },
        h("div", { class: "fxc-menu-icon", "aria-hidden": "true" }),
        h("div", { class: "fxc-menu-item-text" }, text),
      ),
    ),
  );
};

const group = ([label, items], name, isOpen, flip, about) => {
  const open = !label || isOpen;
  const title = name ?? "Quick Access";
  const list = h(
    "ul",
    { class: open ? "" : "fxs-display-none", "aria-label": `List of items for ${title} group` },
    items.map((entry) => item(entry, about)),
  );
  const header = () =>
    h(
      "button",
      {
        type: "button",
        class: "azc-listView-collapsible-groupheader",
        "aria-label": say("toggle", title),
        "aria-expanded": String(open),
        tabindex: "-1",
        is: { kind: "menu-group", objectId: about.objectId, items: items.map(([id]) => id), open },
        on: { click: flip },
      },
      h("div", { class: "azc-listView-groupheader-icon", "aria-hidden": "true" }),
      h("div", { class: "azc-listView-groupheader-text" }, title),
    );
  return h(
    "div",
    {
      class: `azc-listView-group${label ? " azc-listView-collapsibleGroup" : ""}`,
      role: "listitem",
      "aria-label": title,
    },
    label ? header() : null,
    list,
  );
};

/** One thing of the menu can be reached with Tab: the current item, or the first. */
const oneStop = (list) => {
  const stops = [...list.querySelectorAll("a, button.azc-listView-collapsible-groupheader")];
  const inFolded = (stop) => stop.closest(".fxs-display-none");
  const first = stops.find((stop) => stop.tabIndex === 0 && !inFolded(stop)) ?? stops.find((stop) => !inFolded(stop));
  if (first) first.tabIndex = 0;
};

/**
 * The menu. `open` answers whether a group is open and `flip` changes that; `name` is what a group is called.
 * @param {HTMLElement} place
 * @param {{ title: string, groups: any[], about: any, open: (entry: any) => boolean, flip: (entry: any) => void,
 *   flipAll: () => void, name: (entry: any) => string }} menu
 */
export const serviceMenu = (place, { title, groups, about, open, flip, flipAll, name }) => {
  const list = h(
    "div",
    { class: "fxc-menu-listView azc-listView", role: "list", "aria-label": title },
    groups.map((entry) => group(entry, entry[0] && name(entry), open(entry), () => flip(entry), about)),
  );
  oneStop(list);
  list.addEventListener("keydown", walk(list));
  const search = h("input", {
    class: "fxc-menu-search-input azc-input",
    role: "searchbox",
    type: "text",
    placeholder: "Search",
    "aria-label": "Search",
    id: churned("_weave_e_menu_search"),
  });
  search.addEventListener("input", () => {
    const words = search.value.trim().toLowerCase();
    for (const one of list.querySelectorAll("li"))
      one.classList.toggle("fxs-display-none", !one.title.toLowerCase().includes(words));
  });
  const expand = h(
    "button",
    {
      type: "button",
      class: "fxc-menu-expandall",
      title: "Expand all headers",
      "aria-label": "Expand all headers",
      on: { click: flipAll },
    },
    h("span", { "aria-hidden": "true" }, "⌄"),
  );
  place.replaceChildren(
    h(
      "div",
      { class: `fxc-menu fxc-collapsible-menu ${config.seed ? churned("fxc-base") : "fxc-base"}` },
      h("div", { class: "fxc-menu-search" }, search, expand),
      h("div", { class: "fxc-menu-scrollarea" }, list),
    ),
  );
};
