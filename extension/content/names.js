// What assistive technology would call an element: its role and its accessible name.
//
// A compact reading of HTML-AAM and of "Accessible Name and Description Computation 1.2". It is
// deliberately not complete: no CSS content, no tables' captions, no SVG titles. What a person
// typed is never part of a name.

/** @type {(expression: string) => RegExp} */
const oneOf = (expression) => RegExp(`^(${expression})$`);

/**
 * An element, or the document, with its own properties alone: a field called `matches` or `parentElement`
 * would stand for the form's (HTML, "Named access on the document", and `HTMLFormElement`).
 * @param {any} el @returns {any}
 */
const bare = (el) =>
  el instanceof HTMLFormElement || el == document
    ? new Proxy(el, {
        get(_, key) {
          const value = Reflect.get(Object.getPrototypeOf(el), key, el);
          return value?.call ? value.bind(el) : value;
        },
      })
    : el;

/** @type {Document} */
const page = bare(document);

/**
 * What is there on some pages only, for whom it may concern. The page can give `block` a meaning of its own,
 * as it can any name that nothing of ours has: nobody asks for it by that name.
 * @type {{block?: typeof block, overlay?: Element}}
 */
const parts = {};

const names = (() => {
  /** Implicit roles, by tag or by type of input. @type {Record<string, string>} */
  const ROLES = {
    a: "link",
    summary: "button",
    select: "combobox",
    textarea: "textbox",
    nav: "navigation",
    aside: "complementary",
    ul: "list",
    ol: "list",
    li: "listitem",
    tr: "row",
    fieldset: "group",
    output: "status",
    submit: "button",
    reset: "button",
    image: "button",
    range: "slider",
    number: "spinbutton",
    search: "searchbox",
  };
  const SAME = oneOf("button|main|dialog|table|form|checkbox|radio|article");
  const BY_CONTENT = oneOf(
    "button|link|menuitem.*|tab|option|checkbox|radio|switch|heading|row|columnheader|treeitem|listitem|alert|status|log|generic",
  );
  const INLINE = oneOf("a|abbr|b|bdi|code|em|font|i|mark|s|small|span|strong|sub|sup|u");
  const SILENT =
    "script,style,noscript,template,svg,input,select,textarea,[contenteditable],[role$=textbox],[role=searchbox],[role=combobox]";
  const UNHEARD = "[aria-hidden=true]";
  // Where neither is, it is called what it reads.
  const OTHERWISE = `[aria-label],[aria-labelledby],${UNHEARD}`;

  /** @param {any} node @returns {string} */
  const role = (node) => {
    const el = bare(node);
    const tag = el.localName;
    const kind = tag == "input" ? el.type : tag;
    const live = el.getAttribute("aria-live");
    return (
      el.getAttribute("role")?.trim().split(/\s/)[0] ||
      (SAME.test(kind) && kind) ||
      (tag == "input" && (ROLES[kind] ?? "textbox")) ||
      (tag == "search" && tag) ||
      (/^h[1-6]$/.test(tag) && "heading") ||
      (tag == "header" && !el.closest("main,article,section") && "banner") ||
      // A table that is there for the layout has no rows.
      ((tag != "a" || el.href) &&
        !(tag == "tr" && el.closest("table[role=presentation],table[role=none]")) &&
        ROLES[tag]) ||
      (live == "assertive" ? "alert" : live == "polite" ? "status" : "generic")
    );
  };

  /** @param {any} el */
  const rendered = (el) => bare(el).checkVisibility({ visibilityProperty: true });

  /**
   * The text a person can hear in an element, about `max` characters of it.
   * @param {any} from @param {number} max @param {boolean} [all] also what is not rendered
   * @param {boolean} [read] can read, instead
   * @returns {string}
   */
  const text = (from, max, all, read) => {
    const el = bare(from);
    let out = "";
    const slotted = el.assignedNodes?.() ?? [];
    for (const child of slotted[0] ? slotted : (el.shadowRoot ?? el).childNodes) {
      if (out.length > max) break;
      const node = bare(child);
      if (node.nodeType == 3) out += node.data;
      if (node.nodeType != 1 || node.matches(SILENT) || (!read && node.matches(UNHEARD))) continue;
      if (!all && !rendered(child) && getComputedStyle(child).display != "contents") continue;
      const inner =
        (!read && node.getAttribute("aria-label")) || node.getAttribute("alt") || text(child, max, all, read);
      out += INLINE.test(node.localName) && !node.hasAttribute("role") ? inner : ` ${inner} `;
    }
    return out;
  };

  /** @param {string} words @param {number} max */
  const tidy = (words, max) => words.replace(/\s+/g, " ").trim().slice(0, max);

  /** @param {any} node @param {string} kind its role @param {number} max @param {boolean} shown */
  const name = (node, kind, max, shown) => {
    const el = bare(node);
    const referenced = (el.getAttribute("aria-labelledby") ?? "")
      .split(/\s+/)
      .map((/** @type {string} */ id) => id && el.getRootNode().getElementById?.(id));
    /** @param {any[]} of */
    const join = (of) => of.map((one) => (one ? one.getAttribute("aria-label") || text(one, max, true) : "")).join(" ");
    return tidy(
      tidy(join(referenced), max) ||
        el.getAttribute("aria-label") ||
        (el.localName == "input" && kind == "button" && (el.value || el.alt)) ||
        // To find the labels of one control the browser walks the whole page: not for buttons.
        (kind != "button" && join([...(el.labels ?? [])])) ||
        (BY_CONTENT.test(kind) && tidy(text(node, max, !shown), max)) ||
        el.title ||
        el.placeholder ||
        "",
      max,
    );
  };

  /**
   * What a person reads in a control, where that may not be its name.
   * @param {any} node @param {string} kind @param {number} max
   */
  const read = (node, kind, max) => {
    const el = bare(node);
    const input = el.localName == "input";
    const parts = input ? el.labels : el.matches(OTHERWISE) || el.querySelector(OTHERWISE) ? [node] : [];
    const words = [...(parts ?? [])].map((part) => text(part, max, false, true)).join(" ");
    return tidy((input && kind == "button" && el.value) || words, max);
  };

  return { role, name, read, text, tidy, rendered };
})();
