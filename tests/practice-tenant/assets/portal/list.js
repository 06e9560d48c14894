// Enterprise applications: a search box, filters, and the grid.
import { config, say } from "./config.js";
import { churned, h } from "./dom.js";
import { commandBar } from "./command-bar.js";
import { grid } from "./grid.js";
import { filters } from "./pill.js";
import { appRoute } from "./route.js";

const QUIET_MS = 200;
/** How many rows come at a time, where the list loads by scrolling. */
const PAGE = 50;

/** What stands in the list's place while it loads. */
const spinner = () =>
  h("div", { class: "spinner", role: "progressbar", "aria-label": "Loading", "aria-valuetext": "Loading" }, "");

/** The blade. */
export const list = async (place, host) => {
  if (config.spinsS === 0) return loaded(place, host);
  place.replaceChildren(spinner());
  let blade;
  setTimeout(async () => {
    // Somebody may have gone on in the meantime.
    if (place.isConnected) blade = await loaded(place, host);
  }, config.spinsS * 1000);
  return { render: () => blade?.render() };
};

const loaded = async (place, host) => {
  let apps = await host.ask("applications");
  let words = "";
  let type = "enterprise";

  const table = grid(say("enterprise-applications"), ["Name", "Homepage URL", "Object ID", "Application ID"], (app) => [
    h(
      "a",
      { class: "fxc-gcflink-link", href: appRoute(app), is: { kind: "list-row", objectId: app.objectId } },
      app.name,
    ),
    app.homepage,
    app.objectId,
    app.appId,
  ]);

  const matches = (app) => {
    if (type === "enterprise" && app.hiddenByFilter) return false;
    if (type === "microsoft" && !app.hiddenByFilter) return false;
    const wanted = words.trim().toLowerCase();
    return (
      app.name.toLowerCase().includes(wanted) ||
      app.objectId.toLowerCase() === wanted ||
      app.appId.toLowerCase() === wanted
    );
  };
  const count = h("p", { class: "count", role: "status" });
  const update = () => {
    const found = apps.filter(matches);
    count.textContent = `${found.length} ${found.length === 1 ? "application" : "applications"} found`;
    table.show(found, config.loadsByScrolling ? PAGE : Infinity);
  };

  let quiet;
  const search = h("input", {
    type: "search",
    class: "azc-input azc-formControl",
    id: churned("SearchBox5"),
    placeholder: say("search-applications"),
    is: { kind: "list-search" },
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
  const refresh = async () => {
    apps = await host.ask("applications");
    update();
  };
  place.replaceChildren(
    commandBar([
      { id: "new-application", text: "New application" },
      { id: "refresh", text: say("refresh"), act: refresh },
      { id: "export", text: "Download (Export)" },
      { id: "preview-info", text: "Preview info" },
      { id: "columns", text: "Columns" },
      { id: "preview-features", text: "Preview features" },
      { id: "feedback", text: "Got feedback?" },
    ]),
    h("p", {}, "The applications that use this directory to sign people in."),
    h(
      "p",
      {},
      "Applications that your organization maintains are in ",
      h("a", { href: "#home" }, say("app-registrations")),
      ".",
    ),
    h("div", { class: "filters" }, search, chips),
    count,
    table.element,
  );
  filters(chips, (next) => {
    type = next;
    update();
  });
  update();
  // The search box stays: a person may be typing in it.
  return { render: () => table.render() };
};
