// The eyes: what one document shows, as a sighting (the shape is `shared/src/sighting.rs`).
//
// They know no site and decide nothing: what to look for comes in a `Look`. What was typed never
// leaves a field, only whether something is in it.

/**
 * @typedef {{key: string, select: string, pattern: string}} Probe
 * @typedef {{attributes: string[], probes: Probe[], limit: number, text: number}} Look
 * @typedef {{
 *   id: number, role: string, name: string, attrs: Record<string, string>, checked?: boolean,
 *   expanded?: boolean, disabled: boolean, visible: boolean, filled: boolean, within: string[],
 *   row?: string,
 * }} Control
 * @typedef {{within: string[], row?: Element, atom?: Control}} Around
 */

const eyes = (() => {
  const CONTROLS =
    "a[href],button,input:not([type=hidden],[type=password]),select,textarea,summary,dialog,output,h1,h2,h3,h4,h5,h6,[role],[aria-live],[onclick],[tabindex]:not([tabindex='-1'])";
  const WITHIN = oneOf(
    "navigation|banner|main|(alert)?dialog|menu(bar)?|toolbar|grid|table|row|list(item)?|tablist|form|search|heading|radiogroup",
  );
  // To a person these have no parts of their own: a label inside belongs to them.
  const ATOM = oneOf("button|link|menuitem.*|tab|option|checkbox|radio|switch");
  const FIELD = oneOf("textbox|searchbox|combobox|spinbutton");
  // Worth a word only when something about them can be used.
  const STRUCTURE = oneOf("generic|none|presentation|(row)?group|(grid)?cell|img|separator|document|application|list");
  const ANNOUNCED = oneOf("status|alert|log");
  // An attribute may hold an address with a long query; the core cuts it down to what it needs.
  const LONGEST_ATTRIBUTE = 2000;

  /** @type {WeakMap<Element, number>} */
  const ids = new WeakMap();
  let last = 0;
  /** The elements of the newest look. @type {Map<number, Element>} */
  let found = new Map();

  /** @param {any} el @returns {Element | undefined} */
  const parent = (el) => el.assignedSlot ?? el.parentElement ?? el.parentNode?.host;

  /**
   * @param {Look} look
   * @param {(root: ShadowRoot) => void} entered called with each open shadow root
   */
  const see = (look, entered) => {
    /** @type {Control[]} */
    const controls = [];
    /** @type {Map<Element, Control>} */
    const known = new Map();
    /** @type {Map<Element, Around>} */
    const places = new Map();
    /** @type {Map<Element, string>} */
    const rows = new Map();
    const tags = look.attributes.filter((attribute) => attribute.startsWith("data-"));
    const wanted = [CONTROLS, ...tags.map((tag) => `[${tag}]`)].join();
    let truncated = false;
    found = new Map();

    /** @param {Element | undefined} el @returns {Around} */
    const around = (el) => {
      if (!el) return { within: [] };
      let place = places.get(el);
      if (!place) {
        const up = around(parent(el));
        const role = names.role(el);
        place = {
          within: WITHIN.test(role) ? [role, ...up.within] : up.within,
          row: role == "row" || role == "listitem" ? el : up.row,
          atom: ATOM.test(role) ? known.get(el) : up.atom,
        };
        places.set(el, place);
      }
      return place;
    };

    /** @param {Element} row */
    const rowText = (row) => {
      let words = rows.get(row);
      if (words == null) rows.set(row, (words = names.tidy(names.text(row, look.text), look.text)));
      return words;
    };

    /** @param {any} el */
    const take = (el) => {
      const role = names.role(el);
      /** @type {Record<string, string>} */
      const attrs = {};
      for (const attribute of look.attributes) {
        const value = el.getAttribute(attribute);
        if (value != null && (attribute != "value" || role == "button"))
          attrs[attribute] = value.slice(0, LONGEST_ATTRIBUTE);
      }
      const usable = el.tabIndex >= 0 || el.hasAttribute("onclick");
      if (STRUCTURE.test(role) && !usable && !tags.some((tag) => tag in attrs)) return;
      const { within, row, atom } = around(parent(el));
      if (atom && !usable && !ATOM.test(role) && !FIELD.test(role)) {
        // A telemetry name on the label of a button names the button.
        for (const tag of tags) if (tag in attrs) atom.attrs[tag] ??= attrs[tag];
        return;
      }
      const shown = names.rendered(el);
      const name = names.name(el, role, look.text, shown);
      if (!name && ANNOUNCED.test(role)) return;
      if (controls.length >= look.limit) return (truncated = true);
      const id = ids.get(el) ?? ++last;
      ids.set(el, id);
      found.set(id, el);
      const pressed = el.getAttribute("aria-checked");
      const open = el.getAttribute("aria-expanded");
      const control = {
        id,
        role,
        name,
        attrs,
        checked: el.type == "checkbox" || el.type == "radio" ? el.checked : pressed ? pressed == "true" : undefined,
        expanded: open ? open == "true" : el.localName == "summary" ? !!el.parentElement?.open : undefined,
        disabled: el.matches(":disabled") || !!el.closest("[aria-disabled=true],[inert]"),
        visible: shown && [...el.getClientRects()].some((box) => box.width && box.height),
        filled: FIELD.test(role) && !!(el.value ?? el.textContent.trim()),
        within,
        row: row && rowText(row),
      };
      known.set(el, control);
      controls.push(control);
    };

    /** @param {Document | ShadowRoot} root */
    const walk = (root) => {
      for (const el of root.querySelectorAll("*")) {
        if (truncated) return;
        if (el.matches(wanted)) take(el);
        if (el.shadowRoot) {
          entered(el.shadowRoot);
          walk(el.shadowRoot);
        }
      }
    };
    walk(document);

    /** @type {Record<string, string>} */
    const probes = {};
    for (const { key, select, pattern } of look.probes) {
      for (const el of document.querySelectorAll(select)) {
        const hit = el.textContent?.match(pattern)?.[1];
        if (hit) probes[key] ??= hit;
      }
    }
    return {
      url: location.href,
      lang: document.documentElement.lang,
      complete: document.readyState == "complete",
      controls,
      probes,
      truncated,
    };
  };

  return {
    see,
    /** @param {number} [id] */
    element: (id = 0) => found.get(id),
  };
})();
