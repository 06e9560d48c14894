// The frames in a page: where each was sent, and which of them nobody sees.

const innerFrames = (() => {
  // What the portal calls a frame: nothing else is told of a name, which any page may have given.
  const VIEW = /^[A-Za-z]\w{0,60}\.ReactView$/;

  /** The name of a frame, where it is one of the portal's views. @param {string} name */
  const view = (name) => (VIEW.test(name) ? name : "");

  /** Whether a frame was put aside: inert, or clipped away with what is around it. @param {any} el */
  const aside = (el) => {
    if (bare(el).closest("[inert]")) return true;
    for (let up = el; up; up = boxes.parent(up))
      if (/inset\((50|100)%/.test(getComputedStyle(up).clipPath)) return true;
    return false;
  };

  /** Where a frame was sent, without what comes after the path, and what it is called. @param {any} el */
  const source = (el) => {
    try {
      const { origin, pathname } = new URL(bare(el).src);
      return origin == "null" ? "" : `${origin}${pathname}#${view(el.name)}`;
    } catch {
      return "";
    }
  };

  /** The host of a frame without its first part, which may be a number. @param {any} el */
  const domain = (el) => source(el).match(/\/\/[^./]*([^/]*)/)?.[1];

  /**
   * Where frames were sent that nobody sees: another frame of the same host is the one that is shown, or they
   * have no place on the screen, or were put aside.
   * @param {Element[]} all @param {string | undefined} shown selects those that are shown
   * @param {(el: Element) => DOMRect | undefined} hasPlace
   */
  const unseen = (all, shown, hasPlace) => {
    /** @type {any} */
    const domains = shown && all.filter((el) => bare(el).matches(shown)).map(domain);
    /** @type {Map<string, boolean>} */
    const sent = new Map();
    for (const el of all) {
      const url = source(el);
      const passed = domains?.includes(domain(el)) && !bare(el).matches(shown);
      if (url) sent.set(url, (sent.get(url) ?? true) && (passed || !hasPlace(el) || aside(el)));
    }
    return [...sent.keys()].filter((url) => sent.get(url));
  };

  return { view, unseen };
})();
