// An application's Overview.
import { say } from "./config.js";
import { h } from "./dom.js";
import { appRoute } from "./route.js";

const field = (name, value) =>
  h(
    "div",
    { class: "fxc-essentials-item" },
    h("div", { class: "fxc-essentials-label" }, name),
    h("div", { class: "fxc-essentials-value fxs-portal-text" }, value),
  );

const card = (title, text, link, href) =>
  h("li", { class: "card" }, h("h4", {}, title), h("p", {}, text), h("a", { href }, link));

/** The blade. */
export const overview = (place, app) => {
  const render = () =>
    place.replaceChildren(
      h("h3", { class: "blade-heading" }, say("properties")),
      field("Name", app.name),
      field("Application ID", app.appId),
      field("Object ID", app.objectId),
      h("h3", { class: "blade-heading" }, "Getting Started"),
      h(
        "ul",
        { class: "cards" },
        card(
          "1. Assign users and groups",
          "Choose who may use the application.",
          "Assign users and groups",
          appRoute(app, "Users"),
        ),
        card(
          "2. Set up single sign on",
          "Let people use the account they have.",
          "Get started",
          appRoute(app, "SignOn"),
        ),
        card(
          "3. Provision User Accounts",
          "Make accounts in the application.",
          "Get started",
          appRoute(app, "Provisioning"),
        ),
        card(
          "4. Conditional Access",
          "Say under which conditions.",
          "Create a policy",
          appRoute(app, "ConditionalAccess"),
        ),
        card("5. Self service", "Let people ask for the application.", "Get started", appRoute(app, "SelfService")),
      ),
      h("h3", { class: "blade-heading" }, "What's New"),
      h(
        "p",
        {},
        "An application is now deleted in Properties. ",
        h("a", { href: appRoute(app, "Properties") }, "View properties"),
      ),
    );
  render();
  return { render };
};
