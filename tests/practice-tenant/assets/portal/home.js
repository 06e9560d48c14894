// Home, and every item that is not part of the rehearsal.
import { say } from "./config.js";
import { h } from "./dom.js";
import { listRoute } from "./route.js";

/** The start page. */
export const home = (place) => {
  const render = () =>
    place.replaceChildren(
      h("h1", { class: "home-title" }, "Services"),
      h("ul", { class: "services" }, h("li", {}, h("a", { href: listRoute() }, say("enterprise-applications")))),
    );
  render();
  return { render };
};

/** A blade that exists in name only. */
export const other = (item) => (place) => {
  const render = () => place.replaceChildren(h("p", { class: "empty" }, `"${item}" is not part of this rehearsal.`));
  render();
  return { render };
};
