// The portal's pages: the blade that the fragment names, in the shell that the scenario wants.
import { panorama } from "./blade.js";
import { bladeOf } from "./blades.js";
import { config, say } from "./config.js";
import { h, inside } from "./dom.js";
import { frames, isFramed } from "./frames.js";
import { home, other } from "./home.js";
import { list } from "./list.js";
import { menu } from "./menu.js";
import { overlay, quoting } from "./overlay.js";
import { panes } from "./panes.js";
import { plain } from "./plain.js";
import { rebuilding } from "./rebuild.js";
import { registration } from "./registrations.js";
import { appRoute, canonical, listRoute, parse, path, registrationRoute } from "./route.js";
import { shellHost } from "./shell-host.js";
import { topbar } from "./topbar.js";
import { weave } from "./weave.js";

const root = document.getElementById("web-container");
root.append(topbar((name) => pane.toggle(name)));
const shell = config.shell === "panorama" ? panorama(root) : plain(root);
const pane = panes(root);
const react = frames(shell);

// What is on the page now, so that it can be built anew or ended.
const NOTHING = { parts: [], end: () => {} };
let current = NOTHING;
let shown = 0;
let first = true;

/** A blade, with what the document is called: the blade's name without its item. */
const layout = (blade) => {
  document.title = `Practice: ${blade.name} - ${config.portal}`;
  return shell.blade(blade);
};

/** What stands between home and a blade. */
const trail = (...steps) => [[say("home"), "#home"], ...steps];

const showApp = async (route) => {
  const app = await shellHost.ask(`applications/${encodeURIComponent(route.id)}`);
  const steps = trail(
    [`${config.tenant.name} | ${say("enterprise-applications")}`, "#home"],
    [`${say("enterprise-applications")} | ${say("all-applications")}`, listRoute()],
  );
  const subtitle = "Enterprise Application";
  const { left, content } = layout({ steps, name: app.name, item: itemName(route.item), subtitle });
  const href = (item) => appRoute(app, item);
  const side = menu(left, "app", app.name, { current: route.item, href, objectId: app.objectId });
  if (isFramed(route.item)) return { parts: [side], end: react.show(content, route.item, app) };
  const blade = await bladeOf(route.item)(inside(content), app, shellHost, weave);
  return { parts: [side, blade], end: () => {} };
};

const itemName = (item) =>
  ({
    Overview: say("overview"),
    Permissions: say("permissions"),
    Properties: say("properties"),
    Users: say("users-and-groups"),
    AppAppsPreview: say("all-applications"),
  })[item] ?? item;

const showList = async (route) => {
  const name = say("enterprise-applications");
  const steps = trail([`${config.tenant.name} | ${name}`, "#home"]);
  const { left, content } = layout({ steps, name, item: itemName(route.item), subtitle: config.tenant.name });
  const side = menu(left, "list", name, { current: route.item, href: listRoute });
  const isList = route.item === "AppAppsPreview";
  const blade = isList ? await list(inside(content), shellHost) : bladeOf(route.item)(inside(content));
  return { parts: [side, blade], end: () => {} };
};

const showRegistration = async (route) => {
  const app = await shellHost.ask(`registrations/${encodeURIComponent(route.id)}`);
  const steps = trail([say("app-registrations"), "#home"]);
  const item = say("api-permissions");
  const { left, content } = layout({ steps, name: app.name, item, subtitle: say("app-registrations") });
  const href = (item) => registrationRoute(app.appId, item);
  const side = menu(left, "registration", app.name, { current: route.item, href });
  const isGrant = route.item === "CallAnAPI";
  const blade = isGrant ? registration(inside(content), app, shellHost) : other(route.item)(inside(content));
  return { parts: [side, blade], end: () => {} };
};

const showHome = () => {
  document.title = `Practice: ${say("home")} - ${config.portal}`;
  return { parts: [home(shell.page())], end: () => {} };
};

const show = async () => {
  shown += 1;
  const mine = shown;
  const tidy = canonical(location.hash);
  if (tidy !== location.hash) history.replaceState(null, "", tidy);
  const route = parse(location.hash);
  // Real deep links are sometimes sent to the Overview first.
  const astray = first && config.overviewFirst && route?.page === "app" && route.item !== "Overview";
  first = false;
  current.end();
  current = NOTHING;
  try {
    if (astray) {
      location.hash = appRoute(await shellHost.ask(`applications/${encodeURIComponent(route.id)}`));
      return;
    }
    const pages = { app: showApp, list: showList, registration: showRegistration };
    const next = await (pages[route?.page] ?? showHome)(route);
    if (mine === shown) current = next;
    else next.end();
  } catch (error) {
    const { content } = layout({ steps: trail(), name: "Not found", item: "", subtitle: "" });
    content.append(h("p", { class: "empty" }, error.message));
  }
};

if (location.pathname !== path()) history.replaceState(null, "", path() + location.hash);
addEventListener("hashchange", show);
await show();
overlay();
quoting();
rebuilding(() => current.parts.forEach((part) => part.render()));
