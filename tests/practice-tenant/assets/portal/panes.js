// What opens at the right of the portal: notifications, a chat, help. Each has words in it that controls of the
// page have, too.
import { config, say } from "./config.js";
import { h } from "./dom.js";
import { heard, notifications } from "./notifications.js";

const notification = ({ title, text }) =>
  h(
    "li",
    { class: "fxs-notificationmenu-notification" },
    h("div", { class: "fxs-notificationmenu-notification-title-text" }, title),
    h("div", { class: "fxs-notificationmenu-notification-description" }, text),
  );

/** Before this page was opened somebody granted something else, and was told so. */
const EARLIER = { title: say("grant-admin-consent", "Tidewater Backup"), text: "The admin consent was granted." };

const CONTENT = {
  notifications: () => [h("ul", { class: "fxs-notificationmenu-list" }, [...notifications, EARLIER].map(notification))],
  copilot: () => [
    h(
      "div",
      { class: "fxs-copilot-log", role: "log" },
      h("p", { class: "fxs-copilot-question" }, "How do I let an application in?"),
      h(
        "p",
        {},
        "Open ",
        h("a", { href: "#home" }, say("permissions")),
        " of the application and select ",
        h("strong", {}, say("grant-admin-consent")),
        ".",
      ),
      h("button", { type: "button", class: "fxs-button" }, say("grant-admin-consent")),
    ),
    h("input", { class: "azc-input", "aria-label": "Ask Copilot", placeholder: "Ask Copilot" }),
  ],
  context: () => [
    h("p", {}, "Frequent questions"),
    h("ul", {}, h("li", {}, h("a", { href: "#home" }, say("grant-admin-consent")))),
  ],
};

const TITLES = { notifications: "Notifications", copilot: "Copilot", context: "Support + Troubleshooting" };

/** Opens and closes the panes of a portal. */
export const panes = (root) => {
  let open;
  const close = () => {
    open?.element.remove();
    open = undefined;
  };
  const toggle = (name) => {
    const was = open?.name;
    close();
    if (was === name) return;
    const title = h("h2", { class: "fxs-contextpane-title", id: "fxs-contextpane-title" }, TITLES[name]);
    const dismiss = h(
      "button",
      { type: "button", class: "fxs-contextpane-close", "aria-label": `Close ${TITLES[name]}`, on: { click: close } },
      "×",
    );
    const body = h("div", { class: "fxs-contextpane-content" }, CONTENT[name]());
    const element = h(
      "div",
      {
        class: `fxs-contextpane fxs-portal-contextpane-right fxs-${name}pane`,
        role: "complementary",
        "aria-labelledby": title.id,
      },
      h("div", { class: "fxs-contextpane-header" }, title, dismiss),
      body,
    );
    open = { name, element };
    root.append(element);
  };
  heard(() => {
    if (open?.name !== "notifications") return;
    toggle("notifications");
    toggle("notifications");
  });
  if (config.pane !== "none") toggle(config.pane);
  return { toggle };
};
