// The shell of the scenario "plain": the main landmark is around the blade's content alone.
import { h, inside } from "./dom.js";

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

/** The shell. */
export const plain = (root) => {
  const journey = h("div", { class: "fxs-journey-layout plain" });
  root.append(journey);
  return {
    /** A blade with a menu. */
    blade: ({ steps, name, item, subtitle }) => {
      const left = h("div", { class: "fxs-blade-menu" });
      const content = h("main", { class: "fxs-blade-content-container" });
      const heading = item ? `${name} | ${item}` : name;
      journey.replaceChildren(
        breadcrumb([...steps, [heading]]),
        title(heading, subtitle),
        h("section", { class: "fxs-blade-content-wrapper" }, left, content),
      );
      return { left: inside(left), content };
    },
    /** A page without one. */
    page: () => {
      const content = h("main", { class: "fxs-blade-content-container" });
      journey.replaceChildren(content);
      return content;
    },
    /** Puts a frame where the blade's content is. */
    float: (frame, content) => {
      content.replaceChildren(frame);
      return () => frame.remove();
    },
  };
};
