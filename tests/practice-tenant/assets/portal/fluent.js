// The parts of a blade in a React frame, made as Fluent UI 8 does (class names, roles and automation ids are those of
// microsoft/fluentui, packages/react: CommandBar, Button, Pivot, DetailsList, MessageBar).
import { config } from "./config.js";
import { churned, h, telemetry } from "./dom.js";

const label = (text) =>
  h(
    "span",
    { class: "ms-Button-flexContainer" },
    h("span", { class: "ms-Button-textContainer" }, h("span", { class: `ms-Button-label ${churned("label")}` }, text)),
  );

const command = ({ id, text, act, disabled, is }) =>
  h(
    "div",
    { class: "ms-OverflowSet-item", role: "none" },
    h(
      "button",
      {
        type: "button",
        role: "menuitem",
        class: `ms-Button ms-Button--commandBar ms-CommandBarItem-link${disabled ? " is-disabled" : ""}`,
        name: text,
        "aria-label": text,
        "aria-disabled": disabled ? "true" : null,
        disabled,
        is,
        ...telemetry(`Command-${id}`),
        on: act ? { click: act } : {},
      },
      label(text),
    ),
  );

const commandBar = (commands) =>
  h(
    "div",
    { class: "ms-FocusZone ms-CommandBar", role: "menubar" },
    h("div", { class: "ms-OverflowSet ms-CommandBar-primaryCommand", role: "none" }, commands.map(command)),
  );

const button = (text, { primary, disabled, act, is } = {}) =>
  config.grantControl === "button9"
    ? h(
        "button",
        {
          type: "button",
          class: `fui-Button ${churned("r1alrhcs")}${primary ? " fui-Button-primary" : ""}`,
          disabled,
          is,
          on: act ? { click: act } : {},
        },
        text,
      )
    : h(
        "button",
        {
          type: "button",
          class: `ms-Button ${primary ? "ms-Button--primary" : "ms-Button--default"}${disabled ? " is-disabled" : ""} ${churned("root")}`,
          "aria-disabled": disabled ? "true" : null,
          disabled,
          is,
          "data-is-focusable": "true",
          on: act ? { click: act } : {},
        },
        label(text),
      );

const tabs = (list, chosen, choose) =>
  h(
    "div",
    { class: "ms-FocusZone ms-Pivot", role: "tablist" },
    list.map(([id, text]) =>
      h(
        "button",
        {
          type: "button",
          role: "tab",
          class: `ms-Button ms-Button--action ms-Pivot-link${chosen === id ? " is-selected linkIsSelected" : ""}`,
          name: text,
          "aria-selected": String(chosen === id),
          on: { click: () => choose(id) },
        },
        h("span", { class: "ms-Pivot-text" }, text),
      ),
    ),
  );

const status = (text) =>
  h(
    "div",
    { class: "ms-MessageBar", role: "status" },
    h("div", { class: "ms-MessageBar-content" }, h("div", { class: "ms-MessageBar-text" }, text)),
  );

const row = (cells, titles, index) =>
  h(
    "div",
    { class: "ms-List-cell", role: "presentation", "data-list-index": index },
    h(
      "div",
      { class: "ms-DetailsRow", role: "row", "data-automationid": "DetailsRow", "aria-rowindex": index + 2 },
      cells.map((cell, i) =>
        h(
          "div",
          { class: "ms-DetailsRow-cell", role: "gridcell", "data-automation-key": titles[i].toLowerCase() },
          cell,
        ),
      ),
    ),
  );

/** The head of the rows that have the first cell in common. */
const groupHead = (name, count) =>
  h(
    "div",
    { class: "ms-GroupHeader", role: "row", "aria-expanded": "true", "aria-level": "1" },
    h("div", { class: "ms-GroupHeader-title", role: "gridcell" }, `${name} (${count})`),
  );

/** A list; `groupBy` answers the group of an item, where there are groups. */
const grid = (name, titles, cells, groupBy) => {
  const body = h("div", { class: "ms-List", role: "presentation" });
  const header = h(
    "div",
    { class: "ms-DetailsHeader", role: "row", "aria-rowindex": 1 },
    titles.map((title) =>
      h(
        "div",
        { class: "ms-DetailsHeader-cell", role: "columnheader", "data-item-key": title.toLowerCase() },
        h("span", { class: "ms-DetailsHeader-cellName" }, title),
      ),
    ),
  );
  const table = h("div", { role: "grid", "aria-label": name }, header, body);
  const element = h("div", { class: "ms-DetailsList", "data-automationid": "DetailsList" }, table);
  let items = [];
  const draw = () => {
    const heads = new Map();
    for (const item of items) {
      const key = groupBy?.(item) ?? "";
      heads.set(key, [...(heads.get(key) ?? []), item]);
    }
    let index = 0;
    const parts = [...heads].flatMap(([key, members]) => [
      ...(groupBy ? [groupHead(key, members.length)] : []),
      ...members.map((item) => row(cells(item), titles, index++)),
    ]);
    body.replaceChildren(...parts);
  };
  const show = (next) => {
    items = next;
    table.setAttribute("aria-rowcount", items.length + 1);
    draw();
  };
  return { element, show, render: draw };
};

export const fluent = { commandBar, button, grid, tabs, status };
