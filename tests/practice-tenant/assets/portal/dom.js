// Building DOM nodes.
import { config } from "./config.js";

/**
 * An element. Attributes that are false or null are left out; `on` holds listeners, `is` what it is
 * to the judge.
 */
export const h = (tag, attributes = {}, ...children) => {
  const svg = tag === "svg" || tag === "path" || tag === "circle";
  const element = svg ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") {
      for (const [type, listener] of Object.entries(value)) element.addEventListener(type, listener);
    } else if (name === "is") {
      if (value) judge.know(element, value);
    } else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child != null && child !== false));
  return element;
};

/** `data-telemetryname`, where the scenario has it. */
export const telemetry = (name) => (config.telemetry ? { "data-telemetryname": name } : {});

/** Where a part of the page is built: in the page itself, or in an open shadow root. */
export const inside = (element) => {
  if (!config.shadow) return element;
  const root = element.attachShadow({ mode: "open" });
  const place = h("div", { class: "shadow-place" });
  root.append(h("link", { rel: "stylesheet", href: "/assets/portal/portal.css" }), place);
  return place;
};

/** A generated id or class: as it is for seed 0, renamed for any other. */
export const churned = (name) => {
  if (config.seed === 0) return name;
  let hash = config.seed;
  for (const char of name) hash = (Math.imul(hash, 31) + char.codePointAt(0)) >>> 0;
  return `g${hash.toString(36)}`;
};

/** Listeners for something that is pressed like a button and is none. */
export const pressed = (act) => ({
  click: (event) => {
    event.preventDefault();
    act(event);
  },
  keydown: (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    act(event);
  },
});
