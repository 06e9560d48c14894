// Where elements are on the screen: which of them a person can reach, and what lies on top of what.

const boxes = (() => {
  /** @param {any} node @returns {Element | undefined} */
  const parent = (node) => {
    const el = bare(node);
    return el.assignedSlot ?? el.parentElement ?? el.parentNode?.host;
  };

  /** Whether an element is in another, through shadow roots too. @param {Element} outer @param {any} el */
  const holds = (outer, el) => {
    while (el && el != outer) el = parent(el);
    return !!el;
  };

  /** Whether a person can scroll to a box. @param {any} el @param {DOMRect} box */
  const reachable = (el, box) => {
    if (box.right + scrollX > 0 && box.bottom + scrollY > 0) return true;
    for (let up = parent(el); up; up = parent(up)) if (bare(up).scrollTop || bare(up).scrollLeft) return true;
    return false;
  };

  /** What a click on the middle of a box meets; nothing where that is out of view. @param {DOMRect} box */
  const onTop = ({ x, y, width, height }) => page.elementFromPoint(x + width / 2, y + height / 2);

  /** Whether a click on its middle meets something else. @param {any} el */
  const under = (el) => {
    const on = onTop(bare(el).getBoundingClientRect());
    return !!on && on != parts.overlay && !holds(el, on) && !holds(on, el);
  };

  /** Whether a click on its middle meets it: it is in view then, surely and at once. @param {any} el */
  const meets = (el) => {
    const on = onTop(bare(el).getBoundingClientRect());
    return !!on && holds(el, on);
  };

  /**
   * A copy that lies over its original, as a header that sticks does, is the same control twice:
   * the one that is not on top cannot be reached.
   * @param {{control: Control, box: DOMRect, el: Element}[]} alike
   */
  const cover = (alike) => {
    for (const one of alike.slice(0, 8)) {
      const twin = alike.find(
        (other) =>
          other != one &&
          !other.control.behind &&
          !holds(other.el, one.el) &&
          !holds(one.el, other.el) &&
          Math.abs(other.box.x - one.box.x) + Math.abs(other.box.y - one.box.y) < 4,
      );
      if (!twin) continue;
      const top = onTop(one.box);
      if (!top || !holds(one.el, top)) one.control.behind = true;
    }
  };

  return { parent, holds, reachable, under, meets, cover };
})();
