// The fragment's grammar: #[@tenant/]{view|blade}/{Extension}/{Blade}[/~/{item}]/{key}/{value}...
const EXTENSION = "Microsoft_AAD_IAM";
const LIST = "StartboardApplicationsMenuBlade";
const APP = "ManagedAppMenuBlade";
const KEYS = ["objectid", "appid"];

/** The route of an address's fragment; `null` for anything unknown. */
export const parse = (hash) => {
  const parts = hash.replace(/^#/, "").split("/").filter(Boolean).map(decodeURIComponent);
  if (parts[0]?.startsWith("@")) parts.shift();
  if (parts.length === 0 || parts[0] === "home") return { page: "home" };
  const [form, extension, blade, ...rest] = parts;
  if ((form !== "view" && form !== "blade") || extension !== EXTENSION) return null;
  const values = [...rest];
  if (values[0] === "~") values.shift();
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

/** The fragment of the list. */
export const listRoute = (item = "AppAppsPreview") => `#view/${EXTENSION}/${LIST}/~/${item}/menuId~/null`;

/** The fragment of one item of an application. */
export const appRoute = (app, item = "Overview") =>
  `#view/${EXTENSION}/${APP}/~/${item}/objectId/${app.objectId}/appId/${app.appId}`;

/** The fragment as the portal would write it: old forms are replaced by new ones. */
export const canonical = (hash) => {
  const route = parse(hash);
  if (route?.page === "list" && hash.startsWith("#blade/")) return listRoute(route.item);
  return hash;
};
