// The fragment's grammar: #[@tenant/]{view|blade}/{Extension}/{Blade}[/~/{item}]/{key}/{value}...
import { config } from "./config.js";

const EXTENSION = "Microsoft_AAD_IAM";
const LIST = "StartboardApplicationsMenuBlade";
const APP = "ManagedAppMenuBlade";
const KEYS = ["objectid", "appid"];
const REGISTRATIONS = "Microsoft_AAD_RegisteredApps";
const REGISTRATION = "ApplicationMenuBlade";

/** The route of an address's fragment; `null` for anything unknown. */
export const parse = (hash) => {
  const parts = hash.replace(/^#/, "").split("/").filter(Boolean).map(decodeURIComponent);
  if (parts[0]?.startsWith("@")) parts.shift();
  if (parts.length === 0 || parts[0] === "home") return { page: "home" };
  const [form, extension, blade, ...rest] = parts;
  if (form !== "view" && form !== "blade") return null;
  const values = [...rest];
  if (values[0] === "~") values.shift();
  if (extension === REGISTRATIONS && blade === REGISTRATION) {
    const at = values.findIndex((value) => value.toLowerCase() === "appid");
    return at < 0 ? null : { page: "registration", item: values[0], id: values[at + 1] };
  }
  if (extension !== EXTENSION) return null;
  if (blade === LIST) {
    // `AllApps` is the old name of the same item.
    const item = values[0] === "AllApps" || !values[0] ? "AppAppsPreview" : values[0];
    return { page: "list", item };
  }
  if (blade.startsWith("EnterpriseApplicationListBlade")) return { page: "list", item: "AppAppsPreview" };
  if (blade !== APP) return null;
  // The item may be left out; then the first part is a key already.
  const item = KEYS.includes(values[0]?.toLowerCase()) ? "Overview" : (values.shift() ?? "Overview");
  const keys = new Map();
  for (let i = 0; i + 1 < values.length; i += 2) keys.set(values[i].toLowerCase(), values[i + 1]);
  const id = keys.get("objectid") ?? keys.get("appid");
  return id ? { page: "app", item, id } : null;
};

// In the form that this portal writes: the old one has no `~` and another order.
const head = () =>
  `#${config.address === "fragment" ? `@${config.domain}/` : ""}${config.oldRoutes ? "blade" : "view"}`;
const mark = () => (config.oldRoutes ? "" : "~/");

/** The fragment of the list. */
export const listRoute = (item = "AppAppsPreview") =>
  `${head()}/${EXTENSION}/${LIST}/${mark()}${config.oldRoutes && item === "AppAppsPreview" ? "AllApps" : item}/menuId${config.oldRoutes ? "/" : "~/null"}`;

/** The fragment of one item of an application. */
export const appRoute = (app, item = "Overview") => {
  const object = `objectId/${app.objectId}`;
  const client = `appId/${app.appId}`;
  const keys = config.oldRoutes ? `${client}/${object}` : `${object}/${client}`;
  return `${head()}/${EXTENSION}/${APP}/${mark()}${item}/${keys}`;
};

/** The fragment of one item of an application's registration. */
export const registrationRoute = (appId, item) =>
  `${head()}/${REGISTRATIONS}/${REGISTRATION}/${mark()}${item}/appId/${appId}`;

/** The fragment as this portal would write it: old forms of the list's are replaced by new ones. */
export const canonical = (hash) => {
  const route = parse(hash);
  if (!route || route.page === "home") return hash;
  if (route.page === "list" && /^#(@[^/]*\/)?blade\//.test(hash)) return listRoute(route.item);
  if (config.address !== "fragment" || hash.startsWith("#@")) return hash;
  return hash.replace(/^#/, `#@${config.domain}/`);
};

/** Where the portal's addresses begin: the tenant may be named in the path. */
export const path = () => (config.address === "path" ? `/${config.domain}/` : location.pathname);
