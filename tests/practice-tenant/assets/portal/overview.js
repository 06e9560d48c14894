// An application's Overview.
import { h } from "./dom.js";
import { say } from "./config.js";
import { appRoute } from "./route.js";

const field = (name, value) =>
  h(
    "div",
    { class: "field" },
    h("span", { class: "field-name" }, name),
    h("span", { class: "fxc-essentials-value fxs-portal-text" }, value),
  );

const card = (title, text, link, href) =>
  h("li", { class: "card" }, h("h3", {}, title), h("p", {}, text), h("a", { href }, link));

/** The blade. */
export const overview = (place, app) => {
  const render = () =>
    place.replaceChildren(
      h("h2", {}, say("properties")),
      field("Name", app.name),
      field("Application ID", app.appId),
      field("Object ID", app.objectId),
      h("h2", {}, "Getting started"),
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
          "2. Conditional Access",
          "Say under which conditions.",
          "Create a policy",
          appRoute(app, "ConditionalAccess"),
        ),
      ),
    );
  render();
  return { render };
};
