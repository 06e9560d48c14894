// The portal's shell: one main landmark around breadcrumb, menu and blade; a blade is a section that its title
// names (seen in weixian-zhang/azure-portal-use, misc_tests/test_playwright/raw_html_as_rag.txt, November 2025).
import { churned, h, inside } from "./dom.js";

const breadcrumb = (steps) =>
  h(
    "nav",
    { class: "fxs-breadcrumb-wrapper", "aria-label": "Breadcrumb" },
    // The real one keeps what does not fit, and hides it.
    h("a", { class: "fxs-breadcrumb-crumb fxs-display-none", href: "#home", tabindex: "-1" }, "…"),
    steps.map(([text, href]) =>
      h(
        "div",
        { class: "fxs-breadcrumb-item" },
        h("a", { class: "fxs-breadcrumb-crumb", href }, text),
        h("span", { class: "fxs-breadcrumb-divider", "aria-hidden": "true" }, "›"),
      ),
    ),
  );

const headerButton = (label, sign, act) =>
  h(
    "button",
    { type: "button", class: "fui-Button", title: label, "aria-label": label, on: act ? { click: act } : {} },
    h("span", { "aria-hidden": "true" }, sign),
  );

const header = (name, item, subtitle, ids, back) =>
  h(
    "div",
    { class: "fxs-blade-header" },
    h("div", { class: "fxs-blade-icon", "aria-hidden": "true" }),
    h(
      "div",
      { class: "fxs-blade-title" },
      h(
        "h2",
        { class: "fxs-blade-title-titleText msportalfx-tooltip-overflow", id: ids.title },
        name,
        item ? h("span", { class: "msportalfx-font-regular" }, ` | ${item}`) : "",
      ),
      h("div", { class: "fxs-blade-title-subtitleText", id: ids.subtitle }, subtitle),
    ),
    h(
      "div",
      { class: "fxs-blade-header-react-mount-point" },
      h(
        "div",
        { class: "fui-FluentProvider" },
        headerButton("Pin to dashboard", "⊹"),
        headerButton("More actions", "…"),
        headerButton("Close", "×", () => (location.hash = back)),
      ),
    ),
  );

/** Lays a frame over the hole that a blade leaves for it, and keeps it there. */
const lay = (frame, hole, journey) => {
  const move = () => {
    if (!hole.isConnected) return;
    const [on, from] = [hole.getBoundingClientRect(), journey.getBoundingClientRect()];
    frame.style.left = `${on.left - from.left}px`;
    frame.style.top = `${on.top - from.top}px`;
    frame.style.width = `${on.width}px`;
    frame.style.height = `${on.height}px`;
  };
  const watch = new ResizeObserver(move);
  for (const one of [hole, journey]) watch.observe(one);
  move();
  return () => watch.disconnect();
};

/** The shell. */
export const panorama = (root) => {
  const crumbs = h("div", { class: "fxs-journey-breadcrumb" });
  const journey = h("div", { class: "fxs-journey-layout" });
  root.append(
    h(
      "main",
      { class: "fxs-panorama fxs-portal-content" },
      h("div", { class: "fxs-journey-target fxs-journey" }, crumbs, journey),
    ),
  );
  const put = (section) => {
    // Frames stay where they are: one that is moved in the tree loads anew.
    for (const old of journey.querySelectorAll(":scope > section")) old.remove();
    journey.prepend(section);
  };
  return {
    /** A blade with a menu. */
    blade: ({ steps, name, item, subtitle }) => {
      const left = h("div", { class: "fxs-blade-menu" });
      const content = h("div", { class: "fxs-blade-content-container" });
      const ids = { title: churned("_weave_e_title"), subtitle: churned("_weave_e_subtitle") };
      crumbs.replaceChildren(breadcrumb(steps));
      put(
        h(
          "section",
          {
            class:
              "fxs-blade fxs-menublade fxs-blade-maximized fxs-blade-firstblade fxs-blade-lastblade fxs-portal-bg-txt-br",
            "aria-labelledby": `${ids.title} ${ids.subtitle}`,
          },
          header(name, item, subtitle, ids, steps.at(-1)?.[1] ?? "#home"),
          h("div", { class: "fxs-blade-status-container" }),
          h("div", { class: "fxs-blade-content-wrapper" }, left, content),
        ),
      );
      return { left: inside(left), content };
    },
    /** A page without one. */
    page: () => {
      const content = h("div", { class: "fxs-blade-content-container" });
      crumbs.replaceChildren();
      put(h("section", { class: "fxs-blade fxs-homeblade" }, content));
      return content;
    },
    /** Lays a frame over where the blade's content would be. */
    float: (frame, content) => {
      const hole = h("div", { class: "fxs-part-content fxs-part-reactframe" });
      content.classList.add("fxs-blade-holds-frame");
      content.replaceChildren(hole);
      journey.append(frame);
      return lay(frame, hole, journey);
    },
    /** Where frames wait that are not shown. */
    journey,
  };
};
