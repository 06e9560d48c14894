// The portal's shell: bar, breadcrumb, title, menu, and the blade that the fragment names.
import { config, say } from "./config.js";
import { bladeOf, FRAMED } from "./blades.js";
import { h, inside } from "./dom.js";
import { serveFrame } from "./frame-host.js";
import { home, other } from "./home.js";
import { list } from "./list.js";
import { menu } from "./menu.js";
import { quoting, overlay } from "./overlay.js";
import { rebuilding } from "./rebuild.js";
import { registration } from "./registrations.js";
import { appRoute, canonical, listRoute, parse, path, registrationRoute } from "./route.js";
import { shellHost } from "./shell-host.js";

const FRAME_HOST = "https://sandbox-1.reactblade.portal.azure.net";

const topbar = () =>
  h(
    "header",
    { class: "fxs-topbar", role: "banner" },
    h(
      "button",
      {
        type: "button",
        class: "fxs-topbar-sidebar-collapse-button",
        "aria-label": "Show portal menu",
        "data-telemetryname": config.telemetry ? "SideBar" : null,
      },
      "☰",
    ),
    h("a", { class: "fxs-topbar-home", href: "#home" }, `${config.portal} (practice)`),
    h("input", {
      type: "search",
      class: "fxs-search",
      placeholder: "Search resources, services, and docs",
      "aria-label": "Search resources, services, and docs",
    }),
    h(
      "details",
      { class: "fxs-avatarmenu" },
      h(
        "summary",
        { "aria-label": `Account: ${config.account.upn}` },
        h("span", { class: "fxs-avatarmenu-username" }, config.account.upn),
        h("span", { class: "fxs-avatarmenu-tenant" }, `${config.tenant.name} (${config.domain})`),
      ),
      h(
        "div",
        { class: "fxs-avatarmenu-menu" },
        h("a", { href: "/signin/start?prompt=select_account" }, "Sign in with a different account"),
      ),
    ),
  );

const breadcrumb = (steps) =>
  h(
    "nav",
    { class: "fxs-breadcrumb", "aria-label": "Breadcrumb" },
    h(
      "ol",
      {},
      steps.map(([text, href]) =>
        h("li", {}, href ? h("a", { href }, text) : h("span", { "aria-current": "page" }, text)),
      ),
    ),
  );

const title = (text, subtitle) =>
  h(
    "div",
    { class: "fxs-blade-title" },
    h("h2", { class: "fxs-blade-title-titleText msportalfx-tooltip-overflow" }, text),
    h("div", { class: "fxs-blade-title-subtitleText" }, subtitle),
  );

const root = document.getElementById("web-container");
const journey = h("div", { class: "fxs-journey-layout" });
root.append(topbar(), journey);

// What is on the page now, so that it can be built anew or ended.
let current = { parts: [], end: () => {} };
let shown = 0;
let first = true;

const layout = (steps, heading, subtitle) => {
  const left = h("div", { class: "fxs-blade-menu" });
  const content = h("main", { class: "fxs-blade-content-container" });
  journey.replaceChildren(
    breadcrumb(steps),
    title(heading, subtitle),
    h("section", { class: "fxs-blade-content-wrapper" }, left, content),
  );
  document.title = `Practice: ${heading}`;
  return { left: inside(left), content };
};

const inFrame = (content, item, app) => {
  const number = (config.seed % 4) + 1;
  const frame = h("iframe", {
    id: `_react_frame_${number}`,
    class: "fxs-reactview-frame",
    title: item,
    src: `${FRAME_HOST}/${item}.ReactView`,
  });
  const end = serveFrame(frame, shellHost, { item, app, nested: config.framed === "nested" });
  content.replaceChildren(frame);
  return { render: () => {}, end };
};

const showApp = async (route) => {
  const app = await shellHost.ask(`applications/${encodeURIComponent(route.id)}`);
  const heading = `${app.name} | ${itemName(route.item)}`;
  const steps = [
    [say("home"), "#home"],
    [`${say("enterprise-applications")} | ${say("all-applications")}`, listRoute()],
    [heading],
  ];
  const { left, content } = layout(steps, heading, "Enterprise Application");
  const href = (item) => appRoute(app, item);
  const side = menu(left, "app", app.name, { current: route.item, href, objectId: app.objectId });
  const framed = config.framed && FRAMED.includes(route.item);
  const blade = framed ? inFrame(content, route.item, app) : await bladeOf(route.item)(inside(content), app, shellHost);
  return { parts: [side, blade], end: blade.end ?? (() => {}) };
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
  const heading = `${say("enterprise-applications")} | ${itemName(route.item)}`;
  const { left, content } = layout([[say("home"), "#home"], [heading]], heading, config.tenant.name);
  const side = menu(left, "list", say("enterprise-applications"), { current: route.item, href: listRoute });
  const isList = route.item === "AppAppsPreview";
  const blade = isList ? await list(inside(content), shellHost) : bladeOf(route.item)(inside(content));
  return { parts: [side, blade], end: () => {} };
};

const showRegistration = async (route) => {
  const app = await shellHost.ask(`registrations/${encodeURIComponent(route.id)}`);
  const heading = `${app.name} | ${say("api-permissions")}`;
  const steps = [[say("home"), "#home"], [say("app-registrations")], [heading]];
  const { left, content } = layout(steps, heading, say("app-registrations"));
  const href = (item) => registrationRoute(app.appId, item);
  const side = menu(left, "registration", app.name, { current: route.item, href });
  const isGrant = route.item === "CallAnAPI";
  const blade = isGrant ? registration(inside(content), app, shellHost) : other(route.item)(inside(content));
  return { parts: [side, blade], end: () => {} };
};

const showHome = () => {
  const content = h("main", { class: "fxs-blade-content-container" });
  journey.replaceChildren(content);
  document.title = "Practice: Home";
  return { parts: [home(content)], end: () => {} };
};

const show = async () => {
  shown += 1;
  const mine = shown;
  const tidy = canonical(location.hash);
  if (tidy !== location.hash) history.replaceState(null, "", tidy);
  const route = parse(location.hash);
  // Real deep links are sometimes sent to the Overview first (facts: portal-dom F).
  const astray = first && config.overviewFirst && route?.page === "app" && route.item !== "Overview";
  first = false;
  current.end();
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
    layout([[say("home"), "#home"]], "Not found", "").content.append(h("p", { class: "empty" }, error.message));
  }
};

if (location.pathname !== path()) history.replaceState(null, "", path() + location.hash);
addEventListener("hashchange", show);
await show();
overlay();
quoting();
rebuilding(() => current.parts.forEach((part) => part.render()));
