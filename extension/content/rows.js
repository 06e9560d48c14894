// What stands around a control: the words of its row and of its group, and the question that it answers.

/**
 * For one look, with what was read so far.
 * @param {{text: number, id?: string}} look how much text is read, and what an ID looks like
 * @param {string} controls selects what is a control
 * @param {string} choices selects what answers a question: text before it belongs to its own question
 */
const rows = (look, controls, choices) => {
  const HEAD = "[role=columnheader],thead th,tr:not(:has(td))>th";
  const LIST = "table,[role=table],[role$=grid]";
  const CELL = "td,th,[role$=cell],[role$=header]";
  // What has so many parts is no question.
  const MANY = 12;
  /** @type {Map<Element, string>} */
  const texts = new Map();

  /** @param {Element} row */
  const rowText = (row) => {
    let words = texts.get(row);
    const most = 2 * look.text;
    if (words == null) texts.set(row, (words = names.tidy(names.text(row, most, !names.rendered(row)), most)));
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
    for (let up = boxes.parent(el), from = el, level = 0; up && level < 5; from = up, up = boxes.parent(up), level++) {
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
              (part.matches && !part.control && !part.matches(controls) && !part.querySelector(controls))) &&
            part.textContent.trim(),
        );
      if (says && rowText(up) != name) return rowText(up);
    }
  };

  /** @param {Element} group */
  const groupText = (group) => names.name(group, "group", look.text, true) || rowText(group).slice(0, look.text);

  return { rowText, headed, question, groupText };
};
