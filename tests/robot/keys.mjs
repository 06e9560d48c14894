// The robot's hand on a keyboard and on nothing else: it reaches what is lit with Tab and Shift+Tab,
// walks with the arrow keys inside what is one stop (WAI-ARIA Authoring Practices), and presses Enter or
// Space. It clicks nothing and sets no focus. On its way it writes down where the focus stood, and whether
// the card hid it (WCAG 2.4.11).

import { cardFrame, grasp } from "./light.mjs";

/** After so many presses a person would have given up. */
const PRESSES = 200;

/** How often in a row the focus may stay inside the card: it has fewer stops than that. */
const IN_CARD = 12;

/** What Space turns; all else is pressed with Enter. */
const TURNED = new Set(["checkbox", "radio", "switch"]);

/**
 * Where the focus stands as seen from what is looked for. It runs in the page, in one document or shadow root
 * of which `this` is a part, and is given what was under the light.
 */
function relation(hit) {
  const up = (node) => node.parentElement ?? node.getRootNode().host;
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  let goal = hit.nodeType === Node.ELEMENT_NODE ? hit : hit.parentElement;
  while (goal && !(goal.tabIndex >= 0 || goal.hasAttribute("tabindex") || goal.control)) goal = up(goal);
  goal = goal?.control ?? goal;
  if (!goal || !hit.isConnected) return { gone: true };
  if (!document.hasFocus() || !active || active === document.body) return {};
  const box = (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  };
  const group = (element) =>
    element.type === "radio"
      ? `radio ${element.name}`
      : element.closest(
          "[role=radiogroup],[role=menu],[role=menubar],[role=tree],[role=grid],[role=tablist],[role=list]",
        );
  const one = group(active);
  return {
    reached: active === goal && active.matches(":focus"),
    box: box(active),
    across: !!active.closest("[role=menubar],[role=tablist]"),
    together: active !== goal && !!one && one === group(goal),
    before: !!(active.compareDocumentPosition(goal) & Node.DOCUMENT_POSITION_PRECEDING),
  };
}

/** What has the focus, in words, and where. It runs in a frame. */
function focused() {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  if (!document.hasFocus() || !active || active === document.body || active.tagName === "IFRAME") return null;
  if ("consentry" in active.dataset) return null;
  const { x, y, width, height } = active.getBoundingClientRect();
  const name = active.getAttribute("aria-label") ?? active.labels?.[0]?.textContent ?? active.textContent;
  const role = active.getAttribute("role") ?? active.localName;
  return { what: `${role} "${name.trim().replace(/\s+/g, " ").slice(0, 60)}"`, box: { x, y, width, height } };
}

/** Lets the page be drawn: the card goes out of the way of the focus in the next frame. */
const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));

const hides = (card, box) =>
  card.x <= box.x &&
  card.y <= box.y &&
  card.x + card.width >= box.x + box.width &&
  card.y + card.height >= box.y + box.height;

/** A hand on a keyboard; `stops` is where its focus stood. */
export class Keyboard {
  /** @type {{url: string, what: string, inCard: boolean, hidden: boolean}[]} */
  stops = [];

  /** Goes to a ring and presses it, or types into it. False where the light went out on the way. */
  async follow(page, ring) {
    if (!(await this.reach(page, await grasp(page, ring, relation)))) return false;
    if (ring.ask === "type") {
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.type(ring.text);
    } else {
      await page.keyboard.press(TURNED.has(ring.role) ? "Space" : "Enter");
    }
    return true;
  }

  /** Goes to a button of the card, or of a page of ours, and presses it. False if it goes on the way. */
  async press(page, selector) {
    const button = await (cardFrame(page) ?? page.mainFrame()).$(selector);
    if (!button || !(await this.reach(page, () => button.evaluate(relation)))) return false;
    await page.keyboard.press("Enter");
    return true;
  }

  /** Remembers what is lit; the answer presses it in every way there is, lit or not. */
  async aim(page, ring) {
    const look = await grasp(page, ring, relation);
    return async () => {
      if (!(await this.reach(page, look))) throw new Error(`${ring.name} cannot be reached while it is held`);
      for (const key of ["Enter", "Space", "NumpadEnter", "Enter"]) await page.keyboard.press(key);
    };
  }

  /**
   * Presses Tab until the focus is where `look` looks for it.
   * @param {(() => Promise<object>) | undefined} look where the focus stands, as `relation` says it
   */
  async reach(page, look) {
    let inCard = 0;
    let back = false;
    let last;
    let stood;
    /** Not every page takes arrow keys where it could: where they move nothing, it is Tab. */
    let arrows = true;
    for (let n = 0; n < PRESSES; n++) {
      const found = await look?.().catch(() => undefined);
      if (!found || found.gone) return false;
      if (found.reached) return true;
      // A person sees whether it stands before or after where they are.
      if (n === 0) back = found.before ?? false;
      const at = JSON.stringify(found.box);
      if (found.together && at === stood) arrows = false;
      stood = found.together ? at : undefined;
      const [up, down] = found.across ? ["ArrowLeft", "ArrowRight"] : ["ArrowUp", "ArrowDown"];
      const arrow = found.before ? up : down;
      await page.keyboard.press(found.together && arrows ? arrow : back ? "Shift+Tab" : "Tab");
      const stop = await this.stop(page);
      if (stop) last = stop;
      inCard = stop?.inCard ? inCard + 1 : 0;
      if (inCard > IN_CARD) throw new Error(`the focus does not leave the card; last it was on ${stop.what}`);
    }
    throw new Error(`not reached with ${PRESSES} keys at ${page.url()}; last the focus was on ${last?.what}`);
  }

  /** Writes down where the focus stands now. */
  async stop(page) {
    await page.evaluate(drawn).catch(() => {});
    const card = cardFrame(page);
    for (const frame of page.frames()) {
      const found = await frame.evaluate(focused).catch(() => null);
      if (!found) continue;
      const inCard = frame === card;
      const at = frame.parentFrame() ? await (await frame.frameElement()).boundingBox() : { x: 0, y: 0 };
      const over = card && !inCard ? await (await card.frameElement()).boundingBox() : null;
      const box = { ...found.box, x: found.box.x + (at?.x ?? 0), y: found.box.y + (at?.y ?? 0) };
      const stop = { url: page.url(), what: found.what, inCard, hidden: !!over && hides(over, box) };
      this.stops.push(stop);
      return stop;
    }
    return undefined;
  }
}
