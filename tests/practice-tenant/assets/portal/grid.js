// A grid whose rows exist only while they are near the viewport, about thirty at a time.
import { h } from "./dom.js";

const ROW_PX = 40;
const ROWS = 30;
const AHEAD = 8;

/** One row of cells. */
export const row = (cells, index) =>
  h(
    "div",
    { class: "fxc-gc-row", role: "row", "aria-rowindex": index + 2 },
    h(
      "div",
      { class: `fxc-gc-row-content fxc-gc-row-content_${index}`, role: "presentation" },
      cells.map((cell, i) =>
        h("div", { class: `fxc-gc-cell fxc-gc-columncell_${index}_${i}`, role: "gridcell" }, cell),
      ),
    ),
  );

const header = (titles) =>
  h(
    "div",
    { class: "fxc-gc-header", role: "row", "aria-rowindex": 1 },
    titles.map((title) => h("div", { class: "fxc-gc-columnheader-content fxc-gc-text", role: "columnheader" }, title)),
  );

/**
 * A grid; `cells` makes the cells of an item. `show` gives it other items, and how many of them come
 * at a time as the end is scrolled to; `render` rebuilds.
 */
export const grid = (label, titles, cells) => {
  let all = [];
  let items = [];
  let page = Infinity;
  const above = h("div", { role: "presentation" });
  const below = h("div", { role: "presentation" });
  const rows = h("div", { class: "fxc-gc-rows", role: "rowgroup" });
  const view = h("div", { class: "fxc-gc-viewport", role: "presentation" }, above, rows, below);
  const element = h("div", { class: "fxc-gc", role: "grid", "aria-label": label }, header(titles), view);
  let first = -1;

  const draw = (force) => {
    const top = Math.max(0, Math.floor(view.scrollTop / ROW_PX) - AHEAD);
    const start = Math.min(top, Math.max(0, items.length - ROWS));
    if (start === first && !force) return;
    first = start;
    const shown = items.slice(start, start + ROWS);
    rows.replaceChildren(...shown.map((item, i) => row(cells(item), start + i)));
    above.style.height = `${start * ROW_PX}px`;
    below.style.height = `${Math.max(0, items.length - start - shown.length) * ROW_PX}px`;
  };
  const more = () => {
    if (items.length === all.length || view.scrollTop + view.clientHeight < view.scrollHeight - ROW_PX) return;
    items = all.slice(0, items.length + page);
    draw(true);
  };
  view.addEventListener("scroll", () => {
    more();
    draw(false);
  });

  return {
    element,
    show: (next, atATime = Infinity) => {
      all = next;
      page = atATime;
      items = all.slice(0, page);
      element.setAttribute("aria-rowcount", all.length + 1);
      view.scrollTop = 0;
      draw(true);
    },
    render: () => draw(true),
  };
};
