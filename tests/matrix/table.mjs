// What the matrix is made of: the dimensions in which real pages differ, and scenarios that stand
// for themselves. Keys are those of tests/practice-tenant/scenario.toml, but for `as` (who begins),
// `list` (several keys that belong together) and `killed` (what is ended while the journey runs).

import { pairwise } from "./pairs.mjs";

const SEED = 20261124;

/** Values of each dimension, the usual one first. */
export const DIMENSIONS = {
  as: ["global-admin", "sharepoint-admin"],
  portal: ["azure", "entra", "azure-ms"],
  portal_address: ["plain", "path", "fragment"],
  old_routes: [false, true],
  language: ["en", "en-GB", "de", "fr", "es", "ja", "pt-BR", "it", "nl", "ko", "zh-Hans", "sv", "unknown"],
  tenant_name: ["Birchwood", "Accept", "Permissions {0} (.*)", "Müller & Söhne\u00a0AG"],
  consent_form: ["checkbox-nested-label", "checkbox-label", "checkbox-aria", "div-role-checkbox"],
  tick_place: ["after", "before"],
  rows_expanded: [false, true],
  accept_id_via_name: [true, false],
  after_sign_in: ["reprocess", "login"],
  admin_heading: ["review", "accept"],
  publisher_verified: [false, true],
  earlier_consent: [false, true],
  guests: [0, 3],
  stay_signed_in: [false, true],
  approve_sign_in_ms: [0, 600],
  theme: ["light", "dark"],
  shell: ["panorama", "plain"],
  blades_in_frames: [true, false, "nested"],
  other_frames: [true, false],
  shadow_roots: [false, true],
  menu: ["service", "groups", "flat", "tree"],
  menu_collapsed: [true, false],
  menu_group_like_item: [false, true],
  telemetry_names: [true, false],
  deep_link_to_overview: [false, true],
  list: ["short", "long", "by scrolling", "spinning"],
  lookalikes: [1, 5],
  microsoft_apps_hidden: [true, false],
  filter: ["pill", "chip"],
  permissions_blade: ["react", "classic"],
  grant_control: ["button", "button9", "command", "link"],
  popup: ["opens", "blocked"],
  overlay: ["none", "tour", "bubble"],
  pane: ["none", "notifications", "copilot", "context"],
  toasts: [false, true],
  churn_seed: [0, 6],
  rerender_every_ms: [0, 700],
  latency_ms: [0, 120],
  session_ends: [false, true],
  propagation_s: [0, 3],
  killed: ["nothing", "worker", "backend"],
};

const LISTS = {
  short: { app_list_size: 12 },
  long: { app_list_size: 430 },
  "by scrolling": { app_list_size: 430, list_loads_by_scrolling: true },
  spinning: { app_list_size: 12, list_spins_s: 3 },
};

/** Everything that is not a key of the tenant's own is made into some. */
function toRow(name, values, more = {}) {
  const { as = "global-admin", killed = "nothing", list = "short", ...keys } = values;
  const scenario = { ...LISTS[list], ...keys, starter: as };
  return { name, as, killed, scenario, ...more };
}

/**
 * Scenarios that stand for themselves. `may_stop` says why no light may be the right answer there;
 * everywhere else the robot must arrive.
 */
const SPECIAL = [
  ["the usual portal", {}],
  [
    "the portal before 2024",
    {
      shell: "plain",
      menu: "groups",
      menu_collapsed: false,
      blades_in_frames: false,
      filter: "chip",
      permissions_blade: "classic",
    },
  ],
  ["direct link", { admin_link: "direct" }],
  ["direct link, entra, two people", { admin_link: "direct", portal: "entra", as: "sharepoint-admin" }],
  ["behind a session proxy", { portal: "azure-proxied" }],
  ["government", { portal: "azure-us" }],
  ["government, entra", { portal: "entra-us", portal_address: "path" }],
  ["China", { portal: "azure-cn", language: "zh-Hans" }],
  ["China, entra", { portal: "entra-cn", old_routes: true }],
  ["a list that spins for long", { list_spins_s: 12 }],
  ["a list of a thousand", { app_list_size: 1000, lookalikes: 5 }],
  ["a tenant named like the control", { tenant_name: "Grant admin consent for {0}", lookalikes: 5 }],
  ["everybody may consent", { user_consent: "everyone", as: "sharepoint-admin" }],
  ["assignment required from the start", { assignment_required: true }],
  ["a personal account beside the others", { personal_account: true, guests: 3 }],
  ["Graph asks for pauses", { throttle: 3, propagation_s: 2 }],
  ["a slow network", { latency_ms: 400 }],
  [
    "telemetry that names another control",
    { telemetry_names: "wrong" },
    "two signs of a menu item contradict each other",
  ],
  ["a dialog over the portal", { overlay: "nag" }, "what lies over the page is the person's to answer"],
  ["a message box over the portal", { overlay: "message-box" }, "what lies over the page is the person's to answer"],
  ["two apps ask for consent", { consent_apps: 2 }, "the second app is not the one that is to be authorized"],
  ["nobody may consent", { user_consent: "nobody", as: "sharepoint-admin" }, "approval is an admin's to give"],
  [
    "approval can be asked for",
    { user_consent: "nobody", request_form: true, as: "sharepoint-admin" },
    "approval is an admin's to give",
  ],
];

/** Why a row of the pairwise list may end without a light, if it may. */
function mayStop({ language }) {
  return language === "unknown" ? "no table holds this language: what only words tell is not lit" : undefined;
}

/** The whole list. */
export function matrix() {
  const indexOf = (name, value) => DIMENSIONS[name].indexOf(value);
  const wanted = DIMENSIONS.language.flatMap((_, language) =>
    DIMENSIONS.consent_form.map((_, consent_form) => ({
      language,
      consent_form,
      as: indexOf("as", "global-admin"),
    })),
  );
  const rows = pairwise(DIMENSIONS, { seed: SEED, rows: wanted }).map((indices, n) => {
    const values = Object.fromEntries(Object.entries(indices).map(([name, at]) => [name, DIMENSIONS[name][at]]));
    const name = `${String(n + 1).padStart(2, "0")} ${values.portal} ${values.language} ${values.consent_form}`;
    return toRow(name, values, { indices, may_stop: mayStop(values) });
  });
  const special = SPECIAL.map(([name, values, may_stop]) => toRow(name, values, { may_stop }));
  return [...rows, ...special];
}
