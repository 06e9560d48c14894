// The hold: while one box is ticked, some controls do nothing.
//
// Everything here is synchronous and reads the page as it is at the moment of the event, so that
// no message can come too late. The listeners stand on the window, in the capture phase, from
// before the page's first script: nothing of the page's hears an event that is stopped here.
// Taking the tick out always works. Where the page has replaced one of the elements, what might
// be the box and what might submit stand in for them until the core has looked again.

const hold = (() => {
  const BOX = "[type=checkbox],[role=checkbox],[role=switch]";
  const SUBMITS = "button:not([type=button],[type=reset]),[type=submit],[type=image],[role=button]";
  const PRESSED =
    "a[href],button,summary,textarea,[type=button],[type=reset],[role=button],[role=link],[role=menuitem]";

  let held = false;
  /** @type {any} */ let tick;
  /** @type {any[]} */ let blocks = [];
  /** @type {any} */ let form;
  /** @type {(how: string) => void} */ let report = () => {};

  /** @param {any} el */
  const formOf = (el) => el?.form ?? el?.closest?.("form");
  /** @param {any} el */
  const ticked = (el) => el.checked ?? el.getAttribute("aria-checked") == "true";

  /** @param {Event} event @returns {boolean} */
  const stops = (event) => {
    if (!held) return false;
    const lost = [tick, ...blocks].some((el) => !el?.isConnected);
    const scope = form?.isConnected ? form : document;
    if (!(tick?.isConnected ? ticked(tick) : [...scope.querySelectorAll(BOX)].some(ticked))) return false;

    /** @type {any[]} */
    const path = event.composedPath();
    /** @param {any} el */
    const blocked = (el) =>
      blocks.includes(el) || (lost && el.matches?.(SUBMITS) && (scope == document || scope.contains(el)));
    const target = path[0];
    /** @param {any} owner a form */
    const ours = (owner) =>
      owner && (lost || [tick, ...blocks].some((el) => formOf(el) == owner || owner.contains(el)));
    if (event.type == "submit" || event.type == "formdata") return ours(target);

    // Innermost first: a button inside the box's own label is still a button.
    const hit = path.find(
      (el) => blocked(el) || (tick ? el == tick || el.control == tick : el.matches?.(BOX) || el.control),
    );
    if (hit && blocked(hit)) return true;
    const key = /** @type {KeyboardEvent} */ (event).key;
    if (key != "Enter") return false;
    // Enter submits from a field or a box of the form; a script may listen for it anywhere else.
    if (target.closest?.(PRESSED)) return false;
    const owner = formOf(target);
    return !owner || ours(owner);
  };

  /** @param {any} event */
  const guard = (event) => {
    const how =
      event.type == "click"
        ? "click"
        : event.type == "keydown"
          ? "key"
          : event.type == "submit" || event.type == "formdata"
            ? "submit"
            : "";
    if ("key" in event && event.key != "Enter" && event.key != " ") return;
    if (!stops(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // `form.submit()` asks nobody; what it has begun can still be called off.
    if (event.type == "formdata") queueMicrotask(stop);
    if (how && !event.repeat) report(how);
  };
  for (const type of [
    "click",
    "dblclick",
    "mousedown",
    "mouseup",
    "pointerdown",
    "pointerup",
    "keydown",
    "keypress",
    "keyup",
    "submit",
    "formdata",
  ]) {
    addEventListener(type, guard, true);
  }

  return {
    /**
     * @param {boolean} on
     * @param {Element} [box] what must not be ticked
     * @param {(Element | undefined)[]} [controls] what does nothing meanwhile
     */
    set(on, box, controls = []) {
      held = on;
      tick = box;
      blocks = controls;
      form = formOf(box) ?? controls.map(formOf).find(Boolean);
    },
    /** @param {(how: string) => void} to */
    onHeld(to) {
      report = to;
    },
  };
})();
