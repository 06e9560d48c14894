// The hands: rings around controls and the card beside them, in a closed shadow root in the top
// layer. They paint what they are told and touch nothing of the page's.

/**
 * @typedef {{control: number, kind: string, ask: string, text?: string}} Mark
 * @typedef {{beside?: number, reading?: number[], tab: number, frame: number}} CardPlace
 * @typedef {{marks?: Mark[], block?: {tick?: number, blocks: number[], lets?: number[]}, refused?: boolean, card?: CardPlace}} Paint
 */

const hands = (() => {
  // The host's rules are important ones, so that no style of the page's reaches it. The pulse
  // ends within five seconds (WCAG 2.2.2) and animates opacity alone, which costs the page nothing.
  const STYLE = `:host{all:initial!important;position:fixed!important;inset:0!important;display:block!important;overflow:hidden!important;pointer-events:none!important;z-index:2147483647!important}
div{--c:#0f766e;position:absolute;box-sizing:border-box;border:3px solid var(--c);border-radius:8px;box-shadow:0 0 0 2px #fff,0 0 16px 4px #14b8a699}
[data-kind=point]:after{content:"";position:absolute;inset:-9px;border:4px solid #14b8a6;border-radius:14px;opacity:0;animation:p 1.6s 3}
[data-kind=choose]{border-style:dashed}
[data-kind=avoid]{--c:#b91c1c;box-shadow:0 0 0 2px #fff;background:linear-gradient(to top right,#0000 calc(50% - 2px),var(--c) 0 calc(50% + 2px),#0000 0)}
iframe{position:absolute;border:0;border-radius:16px;box-shadow:0 0 0 1px #0f766e40,0 12px 40px #0005;color-scheme:light dark}
@keyframes p{50%{opacity:.7}}
@media(prefers-reduced-motion:reduce){:after{animation:none!important}}
@media(forced-colors:active){div{--c:Highlight;forced-color-adjust:none}[data-kind=avoid]{--c:CanvasText}iframe{outline:2px solid CanvasText}}`;
  const WIDE = 360;
  const PAD = 5;
  const GAP = 16;
  // What it costs the card to cover something: a mark that is to be pressed or left alone, or what
  // is blocked, is worth more than all choices, and those more than the focus.
  const NEEDED = 100;
  const CHOICE = 2;
  const FOCUS = 1;

  /** @type {HTMLElement | undefined} */ let overlay;
  /** @type {ShadowRoot} */ let shadow;
  /** @type {HTMLIFrameElement | undefined} */ let card;
  /** @type {Element | undefined} */ let beside;
  /** What is blocked. @type {Element[]} */ let blocked = [];
  /** What a person is to read, and the card never covers. @type {Element[]} */ let reading = [];
  /** Where the card stands as a bar. @type {Box | undefined} */ let bar;
  /** Whether a person opened the bar. */ let opened = false;
  /** @type {Map<Element, HTMLElement>} */ let rings = new Map();
  /** Targets a ring of which was never in view. @type {Set<Element>} */ const fresh = new Set();
  /** @type {Set<Element>} */ const inView = new Set();
  /** What has a ring and left the page. @type {WeakSet<Element>} */ const gone = new WeakSet();
  let height = 0;
  /** Where the card stood last, and beside what. @type {number | undefined} */ let at;
  /** @type {Element | undefined} */ let stoodBy;
  let until = 0;
  let frame = 0;
  let poll = 0;
  /** @type {number[]} */ let returns = [];

  /** The box of a control; of its label too where a small box has one. @param {any} el */
  const boxOf = (el) => {
    const parts = [el, ...(/^(checkbox|radio)$/.test(bare(el).type) ? el.labels : [])]
      .map((part) => bare(part).getBoundingClientRect())
      .filter((box) => box.width && box.height);
    if (!parts[0]) return;
    const x = Math.min(...parts.map((box) => box.left)) - PAD;
    const y = Math.min(...parts.map((box) => box.top)) - PAD;
    return {
      x,
      y,
      width: Math.max(...parts.map((box) => box.right)) + PAD - x,
      height: Math.max(...parts.map((box) => box.bottom)) + PAD - y,
    };
  };

  /** @param {HTMLElement} el @param {Box | undefined} box @param {string} [more] */
  const put = (el, box, more = "") => {
    const css = box
      ? `left:${box.x}px;top:${box.y}px;width:${box.width}px;height:${box.height}px;${more}`
      : "display:none";
    if (el.dataset.css == css) return;
    el.dataset.css = el.style.cssText = css;
    stir();
  };

  /**
   * The box a person would say the target is part of, a sign-in box or a dialog: the outermost one
   * that leaves room beside it. In a window too small for that, the outermost that is not as wide
   * as the window.
   * @param {Element} el @returns {Box | undefined}
   */
  const surroundings = (el) => {
    const widest = innerWidth < 2 * WIDE ? innerWidth - 32 : innerWidth * 0.7;
    let box;
    for (let up = outer(el); up; up = outer(up)) {
      const { x, y, width, height: tall } = bare(up).getBoundingClientRect();
      if (width > widest) break;
      // What has no box of its own (`display: contents`) says nothing about the next one.
      if (width && tall) box = { x, y, width, height: tall };
    }
    return box;
  };

  /** @param {Element} el @returns {Element | undefined} */
  const outer = (el) => bare(el).parentElement ?? bare(el).getRootNode().host;

  // Targets move without telling anybody: while they do, follow them in every frame.
  const follow = () => {
    /** @type {Kept[]} */
    const keep = [];
    for (const [el, ring] of rings) {
      const box = inView.has(el) ? boxOf(el) : undefined;
      put(ring, box);
      if (box) keep.push({ ...box, weight: ring.dataset.kind == "choose" ? CHOICE : NEEDED });
    }
    if (!card) return;
    const narrow = innerWidth < WIDE + 120;
    const by = beside && inView.has(beside) ? beside : undefined;
    const target = by && boxOf(by);
    if (target) keep.push({ ...target, weight: NEEDED });
    for (const el of blocked) {
      const box = boxOf(el);
      if (box) keep.push({ ...box, weight: NEEDED });
    }
    const read = reading.flatMap((el) => boxOf(el) ?? []);
    keep.push(...read.map((box) => ({ ...box, weight: NEEDED })));
    const view = { width: innerWidth, height: innerHeight };
    // Without room on either side of what is to be read, the card is a bar until a person opens it.
    const free = Math.max(
      Math.min(...read.map((box) => box.x)),
      innerWidth - Math.max(...read.map((box) => box.x + box.width)),
    );
    const docked = !opened && free < WIDE + 2 * GAP;
    if (docked != !!bar && !opened) height = 0;
    if (docked) return put(card, (bar = placeBar(view, keep, bar)), "pointer-events:auto");
    bar = undefined;
    // After the bar the height is unknown: in a frame as low as before, the card would tell the bar's.
    const size = {
      width: narrow ? innerWidth : WIDE,
      height: Math.min(height || WIDE, innerHeight * (narrow ? 0.5 : 0.9)),
    };
    const focused = page.activeElement;
    const focus = focused && focused != page.body && focused != overlay ? boxOf(focused) : undefined;
    if (focus) keep.push({ ...focus, weight: FOCUS });
    const around = by && surroundings(by);
    // Where it stood by something else says nothing about this.
    if (by != stoodBy) at = undefined;
    stoodBy = by;
    const spot = placeCard(size, view, narrow ? undefined : target, keep, around, at);
    // The first place is only a guess, for a card that has not told its height.
    at = height ? spot.at : undefined;
    // A frame that cannot be seen at all is not laid out, and would never tell its height.
    put(card, spot, height ? "pointer-events:auto" : "opacity:0");
  };

  const run = () => {
    frame = 0;
    follow();
    if (performance.now() < until) frame = requestAnimationFrame(run);
  };
  /** Something may have moved. */
  const stir = () => {
    if (!overlay) return;
    until = performance.now() + 300;
    frame ||= requestAnimationFrame(run);
  };

  const seen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting, intersectionRatio } of entries) {
      inView[isIntersecting ? "add" : "delete"](target);
      if (fresh.delete(target) && intersectionRatio < 1) {
        const calm = matchMedia("(prefers-reduced-motion:reduce)").matches;
        target.scrollIntoView({ block: "center", inline: "nearest", behavior: calm ? "auto" : "smooth" });
      }
    }
    stir();
  });

  // A modal dialog of the page's makes all outside of it inert, the card too; and what enters the
  // top layer last lies above.
  const raise = () => {
    if (!overlay) return;
    const dialog = [...page.querySelectorAll("dialog:modal")].pop();
    const home = dialog ?? page.documentElement;
    // Before the page's content, so that a warning comes before what it warns of.
    if (overlay.parentNode != home) home.insertBefore(overlay, dialog ? home.firstChild : page.body);
    overlay.togglePopover(false);
    overlay.togglePopover(true);
    stir();
  };

  /** The page may have thrown the overlay away: put it back, but fight with nobody. */
  const keep = () => {
    if (!overlay || overlay.isConnected) return stir();
    const now = performance.now();
    returns = returns.filter((time) => now - time < 10_000);
    if (returns.length >= 20) return;
    returns.push(now);
    raise();
  };

  /** Whether something that has a ring has just left the page. */
  const lost = () => {
    let any = false;
    for (const el of rings.keys()) {
      if (el.isConnected) gone.delete(el);
      else if (!gone.has(el)) any = !!gone.add(el);
    }
    return any;
  };

  const clear = () => {
    overlay?.remove();
    parts.overlay = overlay = card = beside = stoodBy = bar = at = undefined;
    height = 0;
    opened = false;
    blocked = reading = [];
    seen.disconnect();
    rings.clear();
    inView.clear();
    fresh.clear();
    cancelAnimationFrame(frame);
    clearInterval(poll);
    frame = 0;
  };

  /** @param {Paint} paint @param {() => void} tick called now and then while something is painted */
  const paint = ({ marks = [], block: held, card: place }, tick) => {
    if (!marks[0] && !place) return clear();
    if (!overlay) {
      // An element that a page could give a meaning of its own, it could look into.
      parts.overlay = overlay = page.createElement("div");
      overlay.dataset.consentry = "";
      overlay.popover = "manual";
      shadow = overlay.attachShadow({ mode: "closed" });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      shadow.adoptedStyleSheets = [sheet];
      poll = setInterval(() => {
        tick();
        // What has not moved needs no frames.
        if (!page.hidden) follow();
      }, 250);
      raise();
    }
    /** @type {Map<Element, HTMLElement>} */
    const next = new Map();
    for (const { control, kind, ask, text = "" } of marks) {
      const el = eyes.element(control);
      if (!el) continue;
      const old = rings.get(el);
      const ring = old ?? page.createElement("div");
      Object.assign(ring.dataset, { control, kind, ask, text });
      next.set(el, ring);
      if (!old) {
        shadow.append(ring);
        if (kind == "point") fresh.add(el);
      }
    }
    for (const [el, ring] of rings) if (next.get(el) != ring) ring.remove();
    rings = next;
    const all = (/** @type {number[]} */ ids = []) => ids.flatMap((id) => eyes.element(id) ?? []);
    blocked = all(held?.blocks);
    reading = all(place?.reading);
    beside = place?.beside == null ? undefined : eyes.element(place.beside);
    seen.disconnect();
    inView.clear();
    // The observer tells within a frame or two; what surely is in view need not wait for it.
    for (const el of new Set([...rings.keys(), ...(beside ? [beside] : [])])) {
      if (boxes.meets(el)) inView.add(el);
      seen.observe(el);
    }

    const src = place && chrome.runtime.getURL(`face/card.html#tab=${place.tab}&frame=${place.frame}`);
    if (card && card.src != src) {
      card.remove();
      card = bar = at = undefined;
      height = 0;
      opened = false;
    }
    if (src && !card) {
      card = page.createElement("iframe");
      Object.assign(card, { src, title: "Consentry", allow: "clipboard-write" });
      shadow.append(card);
    }
    follow();
    stir();
  };

  for (const type of ["scroll", "resize", "transitionrun", "focusin"])
    addEventListener(type, stir, { capture: true, passive: true });
  for (const type of ["toggle", "fullscreenchange"]) {
    addEventListener(type, (event) => event.target != overlay && raise(), true);
  }

  return {
    paint,
    clear,
    keep,
    lost,
    raise,
    /** @param {{height: number, open?: boolean}} size */
    size: (size) => {
      height = size.height;
      opened = !!size.open;
      stir();
    },
  };
})();
