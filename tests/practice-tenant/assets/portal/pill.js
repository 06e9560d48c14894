// The filter over the list: key, operator and value that open a choice, and a button beside them that takes the
// filter away (class names from the style sheet in weixian-zhang/azure-portal-use,
// misc_tests/test_playwright/raw_html_as_rag.txt; what opens is not seen there).
import { config, say } from "./config.js";
import { churned, h } from "./dom.js";

const is = { kind: "list-filter" };

/** One button with all the words, which removes the filter. */
export const chip = (remove) =>
  h(
    "button",
    { type: "button", class: `chip ${churned("pill")}`, title: "Remove filter", is, on: { click: remove } },
    say("filter-application-type"),
    h("span", { "aria-hidden": "true", class: "chip-x" }, "×"),
  );

/** A filter that a person can set: its words, and what follows from choosing or removing. */
const pill = ([key, value], { choose, remove, told }) => {
  const text = value ? `${key} == ${value}` : key;
  return h(
    "div",
    { class: `fxc-pill ${churned("pill")}`, role: "listitem" },
    h(
      "button",
      {
        type: "button",
        class: "fxc-pill-content",
        "aria-haspopup": "dialog",
        "aria-label": text,
        is: told,
        on: choose ? { click: choose } : {},
      },
      h("span", { class: "fxc-pill-content-key" }, key),
      value ? h("span", { class: "fxc-pill-content-operator" }, " == ") : "",
      value ? h("span", { class: "fxc-pill-content-value" }, value) : "",
    ),
    h(
      "button",
      {
        type: "button",
        class: "fxc-pill-close",
        "aria-label": `Remove filter ${text}`,
        title: "Remove filter",
        is: told,
        on: remove ? { click: remove } : {},
      },
      h("span", { "aria-hidden": "true" }, "×"),
    ),
  );
};

/** What the pill opens: the values there are, and a button that applies the chosen one. */
const choice = (values, chosen, { apply, close }) => {
  let wanted = chosen;
  const name = churned("filter-value");
  const option = ([id, text]) =>
    h(
      "label",
      { class: "fxc-pill-option", is },
      h("input", { type: "radio", name, value: id, checked: id === chosen, on: { change: () => (wanted = id) } }),
      h("span", {}, text),
    );
  const button = (text, act, primary) =>
    h(
      "button",
      {
        type: "button",
        class: `fxs-button${primary ? " fxs-portal-button-primary" : ""}`,
        is,
        on: { click: act },
      },
      text,
    );
  return h(
    "div",
    { class: "fxc-pill-flyout fxs-popup", role: "dialog", "aria-label": say("application-type") },
    h("fieldset", {}, h("legend", {}, say("application-type")), values.map(option)),
    h(
      "div",
      { class: "panel-actions" },
      button("Apply", () => apply(wanted), true),
      button(say("cancel"), close),
    ),
  );
};

/** The row of pills. `change` hears which value of the application's type is chosen, if the filter is there at all. */
export const pills = (place, change) => {
  const values = [
    ["enterprise", say("enterprise-applications-value")],
    ["microsoft", "Microsoft Applications"],
    ["all", "All Applications"],
  ];
  let type = "enterprise";
  let open = false;
  const set = (next) => {
    type = next;
    open = false;
    render();
    change(type ?? "all");
  };
  const flip = () => {
    open = !open;
    render();
  };
  const render = () => {
    const text = new Map(values).get(type);
    place.replaceChildren(
      h(
        "div",
        { class: "fxc-pill-collection", role: "list", "aria-label": "Filters" },
        type ? pill([say("application-type"), text], { choose: flip, remove: () => set(undefined), told: is }) : "",
        pill(["Application ID starts with"], {}),
        h(
          "button",
          { type: "button", class: "fxc-pill-collection-add-button" },
          h("span", { "aria-hidden": "true" }, "+ "),
          "Add filters",
        ),
      ),
      open ? choice(values, type, { apply: set, close: flip }) : "",
    );
  };
  render();
};

/** The filters of the list, in the form the scenario has. */
export const filters = (place, change) => {
  if (config.filter === "pill") return pills(place, change);
  const remove = () => {
    place.replaceChildren();
    change("all");
  };
  place.replaceChildren(chip(remove));
};
