// The eyes: what one document shows, as a sighting (the shape is `shared/src/sighting.rs`).
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
  // What the portal calls a frame: nothing else is told of a name, which any page may have given.
  const VIEW = /^[A-Za-z]\w{0,60}\.ReactView$/;
  // What has so many parts is no question.
  const MANY = 12;
  const TICK = oneOf("checkbox|radio|switch");
  const ANNOUNCED = oneOf("status|alert|log");
  // What a person presses. A box for a tick is often drawn by something that lies over it.
  const PRESSED = oneOf("button|link|menuitem|treeitem|tab");
  // What may be called otherwise than it reads.
  const READ = oneOf("button|link|menuitem|checkbox|radio|switch");
  const HEAD = "[role=columnheader],thead th,tr:not(:has(td))>th";
  const LIST = "table,[role=table],[role$=grid]";
  const CELL = "td,th,[role$=cell],[role$=header]";
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

  /** @param {any} node @returns {Element | undefined} */
  const parent = (node) => {
    const el = bare(node);
    return el.assignedSlot ?? el.parentElement ?? el.parentNode?.host;
  };

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
    /** @type {Map<Element, string>} */
    const rows = new Map();
    /** @type {Map<Element, Record<string, string> | undefined>} */
    const columns = new Map();
    const off = `[aria-disabled=true]${look.disabled ? `,${look.disabled}` : ""}`;
    const tags = look.attributes.filter((attribute) => attribute.startsWith("data-"));
    const kinds = look.roles ?? [];
    const marks = [MARKED, ...tags.map((tag) => `[${tag}]`), ...kinds.map(({ select }) => select)].join();
    const choices = kinds.reduce((all, { role, select }) => (TICK.test(role) ? `${all},${select}` : all), CHOICE);
    const wanted = `${CONTROLS},${marks}`;
    let truncated = false;
    /** The modal dialog on top: all that is not in it cannot be reached. @type {Element | undefined} */
    let modal;
    /** Controls that look alike. @type {Map<string, {control: Control, el: Element}[]>} */
    const twins = new Map();
    /** @type {Map<number, Element>} */
    const seen = new Map();
    /** Where frames were sent, each with whether nobody sees any of them. @type {Map<string, boolean>} */
    const sent = new Map();
    /** @type {Element[]} */
    const frames = [];

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

    /** @param {Element} row */
    const rowText = (row) => {
      let words = rows.get(row);
      const most = 2 * look.text;
      if (words == null) rows.set(row, (words = names.tidy(names.text(row, most, !names.rendered(row)), most)));
      return words;
    };

    /** What stands in the columns of a row that hold an id, by what those are headed. @param {any} row */
    const headed = (row) => {
      if (!look.id || !rowText(row).match(look.id)) return;
      // Another list's heads say nothing about this one.
      const head = bare(row).closest(LIST)?.querySelector(HEAD);
      if (!head) return;
      const heads = (head.closest("tr,[role=row]") ?? head.parentElement).querySelectorAll(CELL);
      const cells = bare(row).querySelectorAll(CELL);
      /** @type {Record<string, string>} */
      const held = {};
      // Where a cell spans columns nobody can tell which column is whose.
      if (cells.length != heads.length) return;
      cells.forEach((/** @type {Element} */ cell, /** @type {number} */ at) => {
        const id = cell.textContent?.match(look.id ?? "")?.[0];
        if (id) held[names.name(heads[at], "columnheader", look.text, true)] = id;
      });
      return held;
    };

    /**
     * What stands right before a part of the page, up to the choices of the question before: its label, or else
     * the words nearest to it.
     * @param {any} part
     */
    const wordsBefore = (part) => {
      let words = "";
      let inLine = true;
      for (let before = bare(part).previousSibling; before; before = before.previousSibling) {
        const node = bare(before);
        if (node.matches?.(choices) || node.querySelector?.(choices)) break;
        // A comment is no words.
        const says = node.nodeType == 1 ? names.text(before, look.text) : node.nodeType == 3 ? node.data : "";
        if (says.trim() && node.matches?.("label,legend")) return names.tidy(says, look.text);
        const flows = node.nodeType != 1 || getComputedStyle(before).display == "inline";
        if (!words.trim() || (inLine && flows)) words = says + words;
        inLine &&= flows;
      }
      return names.tidy(words, look.text);
    };

    /**
     * The words of the smallest thing around an answer that holds more than answers.
     * @param {any} el @param {string} name
     */
    const question = (el, name) => {
      for (let up = parent(el), from = el, level = 0; up && level < 5; from = up, up = parent(up), level++) {
        const own = bare(up);
        const named = own.matches("[aria-labelledby],[aria-label]") && names.name(up, "group", look.text, true);
        if (named && named != name) return named;
        const before = wordsBefore(from);
        if (before && before != name) return before;
        if (own.childElementCount >= MANY) return;
        const says = [...own.childNodes]
          .map(bare)
          .some(
            (part) =>
              (part.nodeType == 3 ||
                (part.matches && !part.control && !part.matches(CONTROLS) && !part.querySelector(CONTROLS))) &&
              part.textContent.trim(),
          );
        if (says && rowText(up) != name) return rowText(up);
      }
    };

    /** @param {Element} group */
    const groupText = (group) => names.name(group, "group", look.text, true) || rowText(group).slice(0, look.text);

    /**
     * Where a control is to be found, if anywhere.
     * @param {any} el @param {string} role @returns {DOMRect | undefined}
     */
    const place = (el, role) => {
      if (innerWidth < 2 || innerHeight < 2) return;
      const own = bare(el);
      const boxes = [...own.getClientRects()];
      // A box for a tick is often drawn by something else, and is itself as good as nowhere.
      if (TICK.test(role)) {
        const labels = [...(own.labels ?? [])].filter(names.rendered).flatMap((label) => [...label.getClientRects()]);
        return [...(names.rendered(el) ? boxes : []), ...labels].find((box) => box.width && box.height);
      }
      if (!own.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || around(parent(el)).cut) return;
      const { clip, clipPath } = getComputedStyle(el);
      if (/^rect\(0|^rect\(1px|inset\((50|100)%/.test(`${clip}${clipPath}`)) return;
      return boxes.find((box) => box.width > 1 && box.height > 1 && reachable(el, box));
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
        if (tag == "iframe") frames.push(el);
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
    for (const alike of twins.values()) if (alike[1]) cover(alike.flatMap(boxed));
    covered = false;
    let asked = 0;
    for (const [el, control] of known) {
      if (!control.visible || control.behind || !PRESSED.test(control.role) || ++asked > MOST_ASKED) continue;
      if (under(el)) covered = control.behind = true;
    }
    found = seen;
    const shown = look.shown && frames.filter((el) => bare(el).matches(look.shown)).map(domain);
    for (const el of frames) {
      const url = source(el);
      const passed = !!shown && shown.includes(domain(el)) && !bare(el).matches(look.shown);
      if (url) sent.set(url, (sent.get(url) ?? true) && (passed || !place(el, "iframe") || aside(el)));
    }

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
      view: VIEW.test(window.name) ? window.name : "",
      lang: page.documentElement.lang,
      complete: page.readyState == "complete",
      controls,
      probes,
      truncated,
      aside: [...sent.keys()].filter((url) => sent.get(url)),
      modal: !!modal && !bare(modal).querySelector("iframe"),
    };
  };

  /** Whether a person can scroll to a box. @param {any} el @param {DOMRect} box */
  const reachable = (el, box) => {
    if (box.right + scrollX > 0 && box.bottom + scrollY > 0) return true;
    for (let up = parent(el); up; up = parent(up)) {
      const { scrollTop, scrollLeft } = bare(up);
      if (scrollTop || scrollLeft) return true;
    }
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

  /** Whether a frame was put aside: inert, or clipped away with what is around it. @param {any} el */
  const aside = (el) => {
    if (bare(el).closest("[inert]")) return true;
    for (let up = el; up; up = parent(up)) if (/inset\((50|100)%/.test(getComputedStyle(up).clipPath)) return true;
    return false;
  };

  /** Where a frame was sent, without what comes after the path, and what it is called. @param {any} el */
  const source = (el) => {
    try {
      const { origin, pathname } = new URL(bare(el).src);
      return origin == "null" ? "" : `${origin}${pathname}#${VIEW.test(el.name) ? el.name : ""}`;
    } catch {
      return "";
    }
  };

  /** The host of a frame without its first part, which may be a number. @param {any} el */
  const domain = (el) => source(el).match(/\/\/[^./]*([^/]*)/)?.[1];

  /** Whether an element is in another, through shadow roots too. @param {Element} outer @param {any} el */
  const holds = (outer, el) => {
    while (el && el != outer) el = parent(el);
    return !!el;
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

  return {
    see,
    /** @param {number} [id] */
    element: (id = 0) => found.get(id),
    covered: () => covered,
    meets,
  };
})();
