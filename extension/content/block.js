// The block: while one checkbox is selected, some controls do nothing.
//
// Everything here is synchronous and reads the page as it is at the moment of the event, so that
// no message can come too late. The listeners stand on the window, in the capture phase, from
// before the page's first script: nothing of the page's hears an event that is stopped here.
// Clearing the checkbox always works, and so does leaving. A copy of it or of a control counts
// as the one it copies; where one of them is gone, whatever might be it stands in.
//
// Where it is told to be `early`, a selected checkbox that the core has not judged yet blocks its form too, and
// whatever submits where the app that asks is refused. Nothing that submits is pressed there by who has
// not had the time to see it: a window on top may have gone between two presses meant for it.

const block = (() => {
  const BOX = "[type=checkbox],[type=radio],[aria-checked],[aria-pressed]";
  const SUBMITS = "button:not([type=button],[type=reset]),[type=submit],[type=image],[role=button]";
  const PRESSED =
    "a[href],button,summary,textarea,[type=button],[type=reset],[role=button],[role=link],[role=menuitem]";
  /** What a press is made of. */
  const PRESS = /^(click|dbl|aux|mouse|pointer|touch|key)/;
  const BEGINS = /^(pointerdown|mousedown|touchstart|keydown)$/;
  /** What is told of, and as what. @type {Record<string, string>} */
  const TOLD = { click: "click", keydown: "key", submit: "submit", navigate: "submit" };
  // A core that is dead must not lock anybody out of a sign-in: so long after the first try, in
  // milliseconds, what is still unjudged goes through.
  const PATIENCE = 10_000;
  // How long a page must have been in view before a press on what submits counts, in milliseconds.
  const MOMENT = 500;
  // How long after Cancel its script may take to submit something, in milliseconds.
  const LEAVING = 1000;

  /**
   * @typedef {{tick: any, blocks: any[], lets: any[], always: boolean}} Rule `always`: whatever is selected
   */
  /** @type {Rule & {form: any, like: Set<string>} | undefined} */ let rule;
  let early = false;
  let refused = false;
  let paused = false;
  /** Since when the page is in view: never, while it is not. */
  let inView = page.hidden ? Infinity : performance.now();
  /** Whether a press has begun here since. */
  let began = false;
  /** Whether the one that is going on began too soon, or is the rest of one that began elsewhere. */
  let hasty = false;
  /** @type {WeakSet<any>} */ const judged = new WeakSet();
  let tried = 0;
  let left = -LEAVING;
  /** @type {(how: string, early: boolean) => void} */ let report = () => {};

  /** Elements of the page, in open shadow roots too. @param {string} what @param {any} [root] @returns {any[]} */
  const all = (what, root = page) =>
    [...root.querySelectorAll("*")].flatMap((el) => {
      const { matches, shadowRoot } = bare(el);
      return [...(matches.call(el, what) ? [el] : []), ...(shadowRoot ? all(what, shadowRoot) : [])];
    });
  /** @param {any} el @returns {any} */
  const formOf = (el) =>
    !el || el instanceof HTMLFormElement ? el : (el.form ?? formOf(el.parentElement ?? el.getRootNode?.().host));
  /** @param {any} el */
  const ticked = (el) =>
    el.indeterminate ||
    (el.checked ?? /true|mixed/.test(el.getAttribute("aria-checked") ?? el.getAttribute("aria-pressed")));
  /** What tells that an element is a copy of another: of the Yes to one question, say. @param {any} el */
  const traits = (el) => {
    const role = names.role(el);
    const { id, name, type } = bare(el);
    return [names.name(el, role, 99, true), id && `#${id}`]
      .filter(Boolean)
      .map((trait) => role + trait + (type == "radio" ? name : ""));
  };

  /**
   * @param {any} event @param {(el: any) => any} blocked @param {(form: any, by?: any) => any} ours
   * @returns {boolean} whether it would press what is blocked, or submit a form of ours
   */
  const does = (event, blocked, ours) => {
    const { type, key, sourceElement: source } = event;
    const target = event.composedPath()[0];
    if (type == "navigate") return !!source && (source.form || source == formOf(source)) && ours(formOf(source));
    if (type == "submit" || type == "formdata") return ours(target, event.submitter);
    // Innermost first: a button inside the box's own label is still a button.
    for (const part of event.composedPath()) {
      const el = bare(part);
      if (!el.matches) break;
      if (blocked(part)) return true;
      if (el.matches(BOX) || el.control?.matches(BOX)) break;
    }
    // Enter submits from a field or a box of the form; a script may listen for it anywhere else.
    if (key != "Enter" || bare(target).closest?.(PRESSED)) return false;
    const form = formOf(target);
    return !form || ours(form);
  };

  /** @param {any} event */
  const forbidden = (event) => {
    if (!rule) return false;
    const { tick, blocks, lets, always, form, like } = rule;
    const copy = (/** @type {any} */ el) => traits(el).some((trait) => like.has(trait));
    const within = (/** @type {any} */ el) => !bare(form)?.isConnected || formOf(el) == form;
    const gone = !always && !bare(tick)?.isConnected;
    const lost = gone || !blocks[0] || blocks.some((el) => !bare(el)?.isConnected);
    const ticks = always ? [] : all(BOX).filter((el) => el == tick || copy(el) || (gone && within(el)));
    if (!always && !ticks.some(ticked)) return false;
    const blocked = (/** @type {any} */ el) =>
      blocks.includes(el) ||
      (!bare(el).matches(BOX) && (copy(el) || (lost && bare(el).matches(SUBMITS) && within(el))));
    const now = performance.now();
    if (event.type == "click" && event.composedPath().some((/** @type {any} */ el) => lets.includes(el))) left = now;
    if (now < left + LEAVING && /^(submit|formdata|navigate)$/.test(event.type)) return false;
    return does(event, blocked, (owner) => lost || [...ticks, ...blocks].some((el) => formOf(el) == owner));
  };

  /** @param {any} event @param {(form: any, by?: any) => any} ours */
  const submits = (event, ours) => does(event, (el) => bare(el).matches(SUBMITS) && ours(formOf(el), el), ours);

  /** @param {any} event */
  const unjudged = (event) => {
    if (!early || paused) return false;
    if (refused) return submits(event, (form, by) => !judged.has(by ?? form));
    if (tried && performance.now() > tried + PATIENCE) return false;
    const boxes = all(BOX).filter(ticked);
    const stops = submits(event, (form, by) =>
      boxes.some((box) => formOf(box) == form && !(judged.has(box) && (!by || judged.has(by)))),
    );
    if (stops) tried ||= performance.now();
    return stops;
  };

  /** Whether an event is part of a press on what submits, by a person who cannot have seen it. @param {any} event */
  const tooSoon = (event) => {
    const { type, timeStamp, isTrusted, detail, repeat } = event;
    if (!early || paused || !isTrusted || !PRESS.test(type)) return false;
    if (inView == Infinity && !page.hidden) inView = timeStamp;
    const [painted] = performance.getEntriesByName("first-contentful-paint");
    const soon = timeStamp < Math.max(inView, painted?.startTime ?? 0) + MOMENT;
    // Of a double press the first one may have closed what lay above this page.
    if (BEGINS.test(type)) {
      hasty = soon || ((detail > 1 || repeat) && !began);
      // Which press of several it is, the mouse's own event alone tells.
      if (type != "pointerdown") began ||= !hasty;
    }
    const stops = (soon || hasty) && submits(event, () => true);
    if (type == "click") hasty = false;
    return stops;
  };

  /** @param {any} event */
  const guard = (event) => {
    const { type, key } = event;
    if (key && (event.isComposing || (key != "Enter" && key != " "))) return;
    const soon = tooSoon(event);
    const forbids = forbidden(event);
    if (!forbids && !soon && !unjudged(event)) return;
    // What a script submits asks nobody. It carries nothing away, and goes nowhere in this window.
    if (type == "formdata") for (const name of [...event.formData.keys()]) event.formData.delete(name);
    // Listeners for touches are passive, for scrolling waits for nobody. The click that follows is stopped.
    if (type[0] != "t") event.preventDefault();
    event.stopImmediatePropagation();
    if (type in TOLD && !event.repeat) report(TOLD[type], !forbids);
  };

  /** @param {Event} event */
  const shown = ({ timeStamp }) => {
    inView = page.hidden ? Infinity : timeStamp;
    began = false;
  };

  const listen = () => {
    for (const on of "click dblclick auxclick mousedown mouseup pointerdown pointerup touchstart touchend keydown keypress keyup submit formdata".split(
      " ",
    ))
      addEventListener(on, guard, { capture: true, passive: on[0] == "t" });
    window.navigation?.addEventListener("navigate", guard);
    addEventListener("visibilitychange", shown, true);
  };
  listen();

  return {
    listen,
    /** @param {Paint["block"]} [held] */
    set(held) {
      const to = held && {
        tick: eyes.element(held.tick),
        blocks: held.blocks.map(eyes.element),
        lets: (held.lets ?? []).map(eyes.element),
        always: held.tick == null,
      };
      const form = to && [to.tick, ...to.blocks].map(formOf).find(Boolean);
      const like = new Set(to && [to.tick, ...to.blocks].filter(Boolean).flatMap(traits));
      rule = to && { ...to, form, like };
    },
    early: () => (early = true),
    /** @param {boolean} [on] the app that asks is refused: what submits does nothing until it was judged */
    refuse: (on) => (refused = !!on),
    /** @param {boolean} on nothing unjudged is held */
    pause: (on) => (paused = on),
    /** What there is to judge. */
    present: () => (early ? all(`form,${BOX},${SUBMITS}`) : []),
    /** @param {Element[]} elements that were there in a look which the core has answered */
    judge(elements) {
      elements.forEach((el) => judged.add(el));
      tried = 0;
    },
    /** @param {(how: string, early: boolean) => void} to */
    onHeld: (to) => (report = to),
  };
})();
parts.block = block;
