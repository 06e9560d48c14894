// The bar over everything: portal menu, search, Copilot, notifications, and who is signed in to which directory.
import { config } from "./config.js";
import { h, telemetry } from "./dom.js";

/** What the account's title says, line by line; the third holds the directory's id. */
const titleLines = ({ account, tenant, domain }) => [
  `Name: ${account.name}`,
  `Email: ${account.upn}`,
  `Directory: ${tenant.name} (${tenant.id})`,
  `Domain: ${domain}`,
  "You signed in with more than a password.",
];

const accountMenu = () => {
  const { account, tenant, domain } = config;
  const dropdown = h(
    "div",
    { class: "fxs-avatarmenu-dropdown fxs-popup fxs-display-none" },
    h("div", { class: "fxs-avatarmenu-header" }, account.name),
    h("a", { href: "/signin/start?prompt=select_account" }, "Sign in with a different account"),
  );
  const button = h(
    "button",
    {
      type: "button",
      id: "fxs-avatarmenu-button",
      class: "fxs-menu-account",
      title: titleLines(config).join("\n"),
      "aria-label": `Account menu Currently signed in as ${account.upn}, under ${tenant.name} (${domain}) tenant`,
      "aria-expanded": "false",
    },
    h(
      "span",
      { class: "fxs-avatarmenu-names" },
      h("span", { class: "fxs-avatarmenu-username" }, account.upn),
      h("span", { class: "fxs-avatarmenu-tenant" }, `${tenant.name} (${domain})`),
    ),
    h("span", { class: "fxs-avatarmenu-image", "aria-hidden": "true" }, account.name.slice(0, 1)),
  );
  button.addEventListener("click", () => {
    const closed = dropdown.classList.toggle("fxs-display-none");
    button.setAttribute("aria-expanded", String(!closed));
  });
  return h("div", { class: "fxs-avatarmenu" }, button, dropdown);
};

const iconButton = (label, sign, act) =>
  h(
    "button",
    { type: "button", class: "fxs-topbar-button", title: label, "aria-label": label, on: { click: act } },
    h("span", { "aria-hidden": "true" }, sign),
  );

/** The bar. `toggle` opens or closes a pane. */
export const topbar = (toggle) =>
  h(
    "header",
    { class: "fxs-topbar", role: "banner" },
    h(
      "button",
      {
        type: "button",
        class: "fxs-topbar-sidebar-collapse-button fxs-topbar-button",
        "aria-label": "Show portal menu",
        ...telemetry("SideBar"),
      },
      h("span", { "aria-hidden": "true" }, "☰"),
    ),
    h("a", { class: "fxs-topbar-home", href: "#home" }, `${config.portal} (practice)`),
    h("input", {
      type: "search",
      class: "fxs-search",
      placeholder: "Search resources, services, and docs",
      "aria-label": "Search resources, services, and docs",
    }),
    h(
      "a",
      {
        class: "fxs-topbar-copilot fxs-topbar-button",
        href: "#",
        "aria-label": "Copilot",
        on: { click: (event) => (event.preventDefault(), toggle("copilot")) },
      },
      h("span", { "aria-hidden": "true" }, "✦"),
    ),
    iconButton("Notifications", "♪", () => toggle("notifications")),
    iconButton("Support + Troubleshooting", "?", () => toggle("context")),
    accountMenu(),
  );
