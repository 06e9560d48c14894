// The eyes: what one document shows, as a sighting (the shape is `shared/wire/src/sighting.rs`).
//
// They know no site and decide nothing: what to look for comes in a `Look`. What was typed never
// leaves a field, only whether something is in it.

/**
 * @typedef {{key: string, select: string, pattern: string, attribute?: string}} Probe
 * @typedef {{
 *   attributes: string[], probes: Probe[], limit: number, text: number, disabled?: string, chosen?: string,
 *   shown?: string, roles?: {role: string, select: string}[], id?: string, awaited?: string,
 * }} Look
 * @typedef {{
 *   id: number, role: string, name: string, attrs: Record<string, string>, checked?: boolean,
 *   expanded?: boolean, disabled: boolean, visible: boolean, filled: boolean, within: string[],
 *   row?: string, group?: string, inside?: number, behind?: boolean, read?: string,
 *   columns?: Record<string, string>, collapsed_by?: number,
 * }} Control
 * @typedef {{within: string[], row?: Element, group?: Element, atom?: Control, inside?: number, cut?: boolean}} Around
 */

const eyes = (() => {
  const { parent, holds } = boxes;
  const TAGS = "button,select,textarea,summary,dialog,output,h1,h2,h3,h4,h5,h6";
  const MARKED = "[role],[aria-checked],[aria-live],[aria-modal],[onclick],[tabindex]:not([tabindex='-1'])";
  const CONTROLS = `a[href],input:not([type=hidden],[type=password]),${TAGS},${MARKED}`;
  const NAMED = new Set(`a,input,${TAGS}`.split(","));
  const WITHIN = oneOf(
    "navigation|banner|main|(alert)?dialog|menu(bar)?|toolbar|(tree)?grid|table|row|list(item)?|tablist|tree|form|search|heading|radiogroup|alert|log|article|complementary|contentinfo",
  );
  // To a person these have no parts of their own: a label inside belongs to them.
  const ATOM = oneOf("button|link|menuitem.*|tab|option|checkbox|radio|switch");
  const FIELD = oneOf("textbox|searchbox|combobox|spinbutton");
  // Worth a word only when something about them can be used.
  const STRUCTURE = oneOf(
    "generic|none|presentation|(row)?group|(grid)?cell|row|img|separator|document|application|list|tree|tooltip",
  );
  const GROUP = oneOf("radiogroup|group|listbox|(alert)?dialog");
  // Roles that say so little that a class may say more.
  const VAGUE = oneOf("generic|list(item)?|none|presentation|region");
  // A short answer says little without its question.
  const ANSWER = oneOf("radio|switch|checkbox|option|button|listitem");
  const SHORT = 20;
  // What answers a question: text before one of these belongs to its question, and not to the next.
  const CHOICE = "input,select,[aria-checked],[aria-pressed],[role=option],[role=radio],[role=switch],[role=checkbox]";
  const CLOSED = "[aria-expanded=false]";
  // So far up the header of what is collapsed is looked for.
  const LEVELS = 6;
  const TICK = oneOf("checkbox|radio|switch");
  const ANNOUNCED = oneOf("status|alert|log");
  // What a person presses. A checkbox is often drawn by something that lies over it.
  const PRESSED = oneOf("button|link|menuitem|treeitem|tab");
  // What may be called otherwise than it reads.
  const READ = oneOf("button|link|menuitem|checkbox|radio|switch");
  // Asking what lies on top costs little for each, and a page may have thousands.
  const MOST_ASKED = 300;
  // So many elements that are no controls are passed in a few microseconds.
  const STRIDE = 256;
  // With so many, finding the controls at once would hold the page up.
  const LARGE = 50_000;
  // An attribute may hold an address with a long query; the core cuts it down to what it needs.
  const LONGEST_ATTRIBUTE = 2000;

  /** @type {WeakMap<Element, number>} */
  const ids = new WeakMap();
  let last = 0;
  /** The elements of the newest look. @type {Map<number, Element>} */
  let found = new Map();
  /** Whether it found something under something else, that scrolling may bring forth. */
  let covered = false;

  /**
   * Stops after each small part of the work, so that whoever asks can let the page go on in between, and begin
   * anew where it changed.
   * @param {Look} look
   * @param {(root: ShadowRoot) => void} entered called with each open shadow root
   */
  const see = function* (look, entered) {
    /** @type {Control[]} */
    const controls = [];
    /** @type {Map<Element, Control>} */
    const known = new Map();
    /** @type {Map<Element, Around>} */
    const places = new Map();
    /** @type {Map<Element, Record<string, string> | undefined>} */
    const columns = new Map();
    const kinds = look.roles ?? [];
    const choices = kinds.reduce((all, { role, select }) => (TICK.test(role) ? `${all},${select}` : all), CHOICE);
    const { rowText, headed, question, groupText } = rows(look, CONTROLS, choices);
    const off = `[aria-disabled=true]${look.disabled ? `,${look.disabled}` : ""}`;
    const tags = look.attributes.filter((attribute) => attribute.startsWith("data-"));
    const marks = [MARKED, ...tags.map((tag) => `[${tag}]`), ...kinds.map(({ select }) => select)].join();
    const wanted = `${CONTROLS},${marks}`;
    let truncated = false;
    /** The modal dialog on top: all that is not in it cannot be reached. @type {Element | undefined} */
    let modal;
    /** Controls that look alike. @type {Map<string, {control: Control, el: Element}[]>} */
    const twins = new Map();
    /** @type {Map<number, Element>} */
    const seen = new Map();
    /** @type {Element[]} */
    const framed = [];

    /** The role of an element, which the markup may say by a class alone. @param {any} el */
    const roleOf = (el) => {
      const role = names.role(el);
      if (!VAGUE.test(role)) return role;
      return kinds.find(({ select }) => bare(el).matches(select))?.role ?? role;
    };

    /** @param {Element | undefined} el @returns {Around} */
    const around = (el) => {
      if (!el) return { within: [] };
      let place = places.get(el);
      if (!place) {
        const up = around(parent(el));
        const role = roleOf(el);
        const own = bare(el);
        place = {
          within: WITHIN.test(role) ? [role, ...up.within] : up.within,
          row: role == "row" || role == "listitem" ? el : up.row,
          group: GROUP.test(role) ? el : up.group,
          atom: ATOM.test(role) ? known.get(el) : up.atom,
          inside: known.get(el)?.id ?? up.inside,
          cut:
            up.cut || (Math.min(own.clientHeight, own.clientWidth) < 2 && getComputedStyle(el).overflow != "visible"),
        };
        // A page may have most of itself announced; only what is an alert by its role is one.
        if (ANNOUNCED.test(role) && !own.hasAttribute("role") && names.role(el) == role) place.within = up.within;
        places.set(el, place);
      }
      return place;
    };

    /**
     * Where a control is to be found, if anywhere.
     * @param {any} el @param {string} role @returns {DOMRect | undefined}
     */
    const place = (el, role) => {
      if (innerWidth < 2 || innerHeight < 2) return;
      const own = bare(el);
      const rects = [...own.getClientRects()];
      // A checkbox is often drawn by something else, and is itself as good as nowhere.
      if (TICK.test(role)) {
        const labels = [...(own.labels ?? [])].filter(names.rendered).flatMap((label) => [...label.getClientRects()]);
        return [...(names.rendered(el) ? rects : []), ...labels].find((box) => box.width && box.height);
      }
      if (!own.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || around(parent(el)).cut) return;
      const { clip, clipPath } = getComputedStyle(el);
      if (/^rect\(0|^rect\(1px|inset\((50|100)%/.test(`${clip}${clipPath}`)) return;
      return rects.find((box) => box.width > 1 && box.height > 1 && boxes.reachable(el, box));
    };

    /**
     * What opens the collapsed part of the page that a control is in: the nearest thing before that part that says
     * it is closed.
     * @param {any} el @returns {number | undefined}
     */
    const opener = (el) => {
      for (let up = el, level = 0; up && level < LEVELS && !(bare(up).clientHeight > 1); up = parent(up), level++)
        for (let before = bare(up).previousElementSibling; before; before = bare(before).previousElementSibling) {
          const header = bare(before).matches(CLOSED) ? before : bare(before).querySelector(CLOSED);
          const id = header && known.get(header)?.id;
          if (id) return id;
        }
    };

    /** @param {{control: Control, el: Element}} one */
    const boxed = (one) => {
      const box = place(one.el, one.control.role);
      return box ? { ...one, box } : [];
    };

    /** @param {any} node */
    const take = (node) => {
      const el = bare(node);
      const role = roleOf(node);
      /** @type {Record<string, string>} */
      const attrs = {};
      for (const attribute of look.attributes) {
        const value = el.getAttribute(attribute);
        if (value != null && (attribute != "value" || role == "button"))
          attrs[attribute] = value.slice(0, LONGEST_ATTRIBUTE);
      }
      const usable = el.tabIndex >= 0 || el.hasAttribute("onclick");
      if (STRUCTURE.test(role) && !usable && !tags.some((tag) => tag in attrs)) return;
      const { within, row, group, atom, inside } = around(parent(node));
      if (atom && !usable && !ATOM.test(role) && !FIELD.test(role)) {
        // A telemetry name on the label of a button names the button.
        for (const tag of tags) if (tag in attrs) atom.attrs[tag] ??= attrs[tag];
        return;
      }
      const shown = names.rendered(node);
      const name = names.name(node, role, look.text, shown);
      if (!name && ANNOUNCED.test(role)) return;
      if (controls.length >= look.limit) return (truncated = true);
      const id = ids.get(node) ?? ++last;
      ids.set(node, id);
      seen.set(id, node);
      const pressed = el.getAttribute("aria-checked") ?? el.getAttribute("aria-pressed");
      const open = el.getAttribute("aria-expanded");
      const box = place(node, role);
      if (box && el.matches("dialog:modal,[aria-modal=true]")) modal = node;
      const answer = ANSWER.test(role) && name.length <= SHORT;
      const read = READ.test(role) && names.read(node, role, look.text);
      if (row && !columns.has(row)) columns.set(row, headed(row));
      /** @type {Control} */
      const control = {
        id,
        role,
        name,
        attrs,
        checked:
          el.type == "checkbox" || el.type == "radio"
            ? el.checked
            : pressed
              ? pressed == "true"
              : (!!look.chosen && el.matches(look.chosen)) || undefined,
        expanded: open ? open == "true" : el.localName == "summary" ? !!el.parentElement?.open : undefined,
        disabled: el.matches(":disabled") || !!el.closest(off),
        visible: !!box,
        filled: FIELD.test(role) && !!(el.value ?? el.textContent.trim()),
        within,
        row: row && !(answer && rowText(row) == name) ? rowText(row) : answer ? question(node, name) : undefined,
        group: answer && group ? groupText(group) : undefined,
        inside,
        behind: !!el.closest("[inert],[aria-hidden=true]") || undefined,
        read: (read != name && read) || undefined,
        columns: row && columns.get(row),
        collapsed_by: !box && PRESSED.test(role) ? opener(node) : undefined,
      };
      known.set(node, control);
      controls.push(control);
      if (box && name) {
        const alike = `${role} ${name}`;
        if (!twins.has(alike)) twins.set(alike, []);
        twins.get(alike)?.push({ control, el: node });
      }
    };

    /** @param {Document | ShadowRoot} root @returns {Generator<void>} */
    const walk = function* (root) {
      const all = bare(root).querySelectorAll("*");
      // By its attributes the browser finds a control faster than a test of each element would, but all at once;
      // by its tag's name it takes three times as long as a look at the name.
      const marked = all.length < LARGE && new Set(bare(root).querySelectorAll(marks));
      for (let at = 0; at < all.length; at++) {
        if (truncated) return;
        const el = all[at];
        const tag = el.localName;
        const is = (!marked || marked.has(el) || NAMED.has(tag)) && bare(el).matches(wanted);
        if (is || !(at % STRIDE)) yield;
        if (is) take(el);
        if (tag == "iframe") framed.push(el);
        // Asked of each element as it is, and of a form once more: it has none.
        const root = el.shadowRoot && bare(el).shadowRoot;
        if (root) {
          entered(root);
          yield* walk(root);
        }
      }
    };
    yield* walk(document);
    for (const [el, control] of known) if (modal && !holds(modal, el)) control.behind = true;
    // Their boxes are measured here and at once, for a page may have been scrolled during the look.
    for (const alike of twins.values()) if (alike[1]) boxes.cover(alike.flatMap(boxed));
    covered = false;
    let asked = 0;
    for (const [el, control] of known) {
      if (!control.visible || control.behind || !PRESSED.test(control.role) || ++asked > MOST_ASKED) continue;
      if (boxes.under(el)) covered = control.behind = true;
    }
    found = seen;

    /** @type {Record<string, string>} */
    const probes = {};
    for (const { key, select, pattern, attribute } of look.probes) {
      yield;
      for (const el of page.querySelectorAll(select)) {
        const own = bare(el);
        const hit = (attribute ? own.getAttribute(attribute) : own.textContent)?.match(pattern)?.[1];
        if (hit) probes[key] ??= hit;
      }
    }
    return {
      url: location.href,
      view: innerFrames.view(window.name),
      lang: page.documentElement.lang,
      complete: page.readyState == "complete",
      controls,
      probes,
      truncated,
      aside: innerFrames.unseen(framed, look.shown, (el) => place(el, "iframe")),
      modal: !!modal && !bare(modal).querySelector("iframe"),
    };
  };

  return {
    see,
    /** @param {number} [id] */
    element: (id = 0) => found.get(id),
    covered: () => covered,
  };
})();
