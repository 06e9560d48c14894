// Tells the tenant what a person or a robot clicked, and what that control is to the page's own
// script. Whether it was right is the tenant's to say; nothing of it stands in the markup.
"use strict";

const judge = (() => {
  /** @type {WeakMap<Element, object>} */
  const known = new WeakMap();
  let keys = false;

  /** Quicker than a person sees that something has gone, in milliseconds. */
  const BLINK_MS = 100;
  const ACTS = "a, button, input, select, textarea, label, summary, [role], [tabindex]";
  /** The control under the pointer, and when it was last there. @type {{ element: Element, seen: number } | undefined} */
  let over;

  const elements = (event) => event.composedPath().filter((node) => node instanceof Element);
  const watch = (mine) => {
    if (over !== mine || !mine.element.isConnected) return;
    mine.seen = performance.now();
    requestAnimationFrame(() => watch(mine));
  };
  /** Whether the page has just taken away what the pointer rests on. */
  const justGone = () => over && !over.element.isConnected && performance.now() - over.seen < BLINK_MS;
  const move = (event) => {
    const element = elements(event).find((element) => known.has(element));
    if (element === over?.element || (!element && justGone())) return;
    over = element && { element, seen: performance.now() };
    if (over) watch(over);
  };

  const tell = (event) => {
    const path = elements(event);
    const [target] = path;
    let at = path.find((element) => known.has(element));
    // Who was about to press it presses, and meets nothing: that is no click on something else.
    if (!at && justGone() && !path.some((element) => element.matches(ACTS))) at = over.element;
    if (!target) return;
    let control = at ? known.get(at) : null;
    if (typeof control === "function") control = control(at);
    const words = (target.getAttribute("aria-label") ?? target.value ?? target.textContent ?? "").trim();
    const told = {
      page: document.title,
      control,
      disabled: path.some((element) => element.matches(":disabled, [aria-disabled=true]")),
      what: `${target.localName} ${words.slice(0, 80)}`,
    };
    navigator.sendBeacon("/practice/judge", JSON.stringify(told));
  };

  const hear = (event) => {
    if (!event.isTrusted) return;
    if (event.type === "pointerdown") keys = false;
    // A click that a key made; those of the pointer have been told already.
    if (event.type === "click" && !keys) return;
    if (event.type === "keydown") {
      keys = true;
      // Letters only: Enter and Space count by what they click.
      if (event.key.length !== 1 || event.key === " ") return;
    }
    tell(event);
  };
  for (const type of ["pointerdown", "keydown", "click"]) addEventListener(type, hear, true);
  addEventListener("pointermove", move, true);

  return {
    /** What an element is to its page: a control of the judge's, or a function of the element that answers one. */
    know: (element, control) => {
      known.set(element, control);
      return element;
    },
  };
})();
