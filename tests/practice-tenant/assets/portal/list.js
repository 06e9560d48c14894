// Enterprise applications: a search box, one filter, and the grid.
import { say } from "./config.js";
import { churned, h } from "./dom.js";
import { commandBar } from "./command-bar.js";
import { grid } from "./grid.js";
import { appRoute } from "./route.js";

const QUIET_MS = 200;

/** The blade. */
export const list = async (place, host) => {
  let apps = await host.ask("applications");
  let words = "";
  let filtered = true;

  const table = grid(say("enterprise-applications"), ["Name", "Homepage URL", "Object ID", "Application ID"], (app) => [
    h("a", { class: "fxc-gcflink-link", href: appRoute(app) }, app.name),
    app.homepage,
    app.objectId,
    app.appId,
  ]);

  const matches = (app) => {
    if (filtered && app.hiddenByFilter) return false;
    const wanted = words.trim().toLowerCase();
    return (
      app.name.toLowerCase().includes(wanted) ||
      app.objectId.toLowerCase() === wanted ||
      app.appId.toLowerCase() === wanted
    );
  };
  const count = h("p", { class: "count", role: "status" });
  const update = () => {
    const shown = apps.filter(matches);
    count.textContent = `${shown.length} applications found`;
    table.show(shown);
  };

  let quiet;
  const search = h("input", {
    type: "search",
    class: "azc-input azc-formControl",
    id: churned("SearchBox5"),
    placeholder: say("search-applications"),
    "aria-label": say("search-applications"),
    on: {
      input: () => {
        words = search.value;
        clearTimeout(quiet);
        quiet = setTimeout(update, QUIET_MS);
      },
    },
  });

  const chips = h("div", { class: "chips" });
  const showChips = () =>
    chips.replaceChildren(
      ...(filtered
        ? [
            h(
              "button",
              {
                type: "button",
                class: `chip ${churned("pill")}`,
                title: "Remove filter",
                on: {
                  click: () => {
                    filtered = false;
                    showChips();
                    update();
                  },
                },
              },
              say("filter-application-type"),
              h("span", { "aria-hidden": "true", class: "chip-x" }, "×"),
            ),
          ]
        : []),
    );

  const refresh = async () => {
    apps = await host.ask("applications");
    update();
  };
  showChips();
  place.replaceChildren(
    commandBar([
      { id: "new-application", text: "New application" },
      { id: "refresh", text: say("refresh"), act: refresh },
    ]),
    h("div", { class: "filters" }, search, chips),
    count,
    table.element,
  );
  update();
  // The search box stays: a person may be typing in it.
  return { render: () => table.render() };
};
