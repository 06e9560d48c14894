// Joins eyes and hands to the worker, and the block where there is one. Says hello from every address,
// looks when told to, paints what it is told; knows nothing of why.

(() => {
  const { block } = parts;
  // What can change which controls there are, what they are called or whether they can be used.
  const WATCHED = [
    "aria-checked",
    "aria-disabled",
    "aria-expanded",
    "aria-hidden",
    "aria-label",
    "aria-labelledby",
    "class",
    "disabled",
    "hidden",
    "href",
    "inert",
    "open",
    "placeholder",
    "role",
    "style",
    "tabindex",
    "title",
    "value",
  ];
  // A look at a large page lets the page go on after so many milliseconds. What changes meanwhile starts
  // the look over, for what was seen before and what is seen after would be two pages in one. A page that
  // disturbs so many looks one after another is looked at in one go.
  const SLICE = 8;
  const DISTURBED = 3;
  // What was not heard is said again, each time after twice as long, in milliseconds.
  const FIRST_RETRY = 100;
  const LONGEST_RETRY = 10_000;
  // An answer takes some milliseconds, or a second where the worker has to start.
  const PATIENCE = 5000;

  // A text this long is a whole page, and to search it takes as long as a look.
  const PHRASE = 2000;

  /** @type {Look | undefined} */ let look;
  /** What it looks for may be called so. @type {RegExp | undefined} */ let called;
  let said = "";
  let top = page.documentElement;
  let address = "";
  let timer = 0;
  /** The look that is under way. @type {ReturnType<typeof eyes.see> | undefined} */ let looking;
  /** What there was to judge when it began. @type {Element[]} */ let present = [];
  /** Whether something changed since. */
  let changed = false;
  /** How many looks were started over, one after another. */
  let disturbed = 0;
  let retry = FIRST_RETRY;
  /**
   * Whether the page is out of the tab's history, or was loaded before it was asked for, and the worker has not
   * heard of that yet.
   */
  let restored = /** @type {any} */ (performance.getEntriesByType("navigation")[0])?.type == "back_forward";
  /** @type {WeakSet<Node>} */ let watched = new WeakSet();

  /** @param {boolean} [known] whether the page is known, and nothing in it needs guarding */
  const rest = (known = true) => {
    look = looking = undefined;
    watched = new WeakSet();
    observer.disconnect();
    hands.clear();
    block?.set();
    block?.pause(known);
  };

  /** After an update of the extension nothing here can speak any more: leave the page as it was. */
  const alive = () => !!chrome.runtime?.id || rest();

  /** @param {object} message @param {() => void} [judged] once what it shows was taken in */
  const send = (message, judged) => {
    if (!alive()) return;
    let answered = false;
    // The browser may stop the worker between a message and its answer. Everything counts as
    // unsaid then, and is said again from the beginning.
    const unheard = () => {
      if (answered) return;
      answered = true;
      if (!alive()) return;
      setTimeout(() => hello(true), retry);
      retry = Math.min(retry * 2, LONGEST_RETRY);
    };
    setTimeout(unheard, PATIENCE);
    chrome.runtime.sendMessage(message).then((answer) => {
      // Nobody refuses a hello: a worker that could not start answers so.
      if (!answer && "hello" in message) return unheard();
      if ("hello" in message) restored = false;
      answered = true;
      retry = FIRST_RETRY;
      obey(answer);
      if (answer?.judged) judged?.();
    }, unheard);
  };

  /**
   * @param {{look?: Look, rest?: boolean, unknown?: boolean, hello?: boolean, paint?: Paint,
   *   size?: {height: number}} | undefined} message
   */
  const obey = (message) => {
    if (message?.rest) rest(!message.unknown);
    if (message?.look) {
      look = { ...message.look };
      called = look.awaited ? new RegExp(look.awaited, "i") : undefined;
      looking = undefined;
      block?.pause(false);
      said = "";
      watch(document);
      soon();
    }
    if (message?.paint && look) {
      block?.refuse(message.paint.refused);
      block?.set(message.paint.block);
      hands.paint(message.paint, alive);
    }
    if (message?.size) hands.size(message.size);
    if (message?.hello) hello(true);
  };

  /** @param {Node} root */
  const watch = (root) => {
    if (!look || watched.has(root)) return;
    watched.add(root);
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: [...WATCHED, ...look.attributes],
    });
  };

  const see = () => {
    timer = 0;
    if (!look || page.hidden || page.readyState == "loading") return (looking = undefined);
    const began = performance.now();
    if (looking && changed) disturbed++;
    if (!looking || changed) {
      hello();
      changed = false;
      present = block?.present() ?? [];
      looking = eyes.see(look, watch);
    }
    let part = looking.next();
    while (!part.done && (disturbed >= DISTURBED || performance.now() - began < SLICE)) part = looking.next();
    if (part.done) {
      looking = undefined;
      // The next look of a page that never rests is tried in slices once.
      disturbed = Math.max(0, Math.min(disturbed, DISTURBED) - 1);
      const saw = part.value;
      const digest = JSON.stringify(saw);
      if (digest != said) {
        said = digest;
        const there = present;
        send({ saw }, () => block?.judge(there));
      }
    }
    pace.looked(began, performance.now());
    if (looking) return (timer = idle());
    if (changed) soon();
  };
  const idle = () => requestIdleCallback(see, { timeout: 50 });
  const soon = () => {
    if (looking) changed = true;
    else if (look) timer ||= setTimeout(idle, pace.next() - performance.now());
  };

  /** @param {boolean} sooner whether the next look comes sooner than was thought */
  const wake = (sooner) => {
    if (sooner && !looking) {
      clearTimeout(timer);
      timer = 0;
    }
    soon();
  };
  /** @param {Event} event */
  const acted = ({ isTrusted }) => wake(isTrusted && pace.acted(performance.now()));

  /** Whether something is called like what somebody may wait for. @param {Node} node */
  const fits = (node) => {
    const { ariaLabel, title, placeholder, textContent } = bare(node);
    const words = `${textContent} ${ariaLabel} ${title} ${placeholder}`;
    return words.length < PHRASE && called?.test(words);
  };
  /** Whether it came, is called so now, or can be used now. What is not asked of a change costs nothing. @param {any} change */
  const came = (change) =>
    change.type == "childList"
      ? [...change.addedNodes].some(fits)
      : (!change.attributeName || /disabled|label|placeholder|title/.test(change.attributeName)) && fits(change.target);

  const observer = new MutationObserver((changes) => {
    // A page that opens its document anew throws every listener away.
    if (top != page.documentElement) {
      top = page.documentElement;
      listen();
    }
    // What somebody waits for may be there: it is looked for soon, and in one go.
    if (hands.lost() || (called && !looking && pace.far(performance.now()) && changes.some(came))) {
      disturbed = DISTURBED;
      wake(pace.hurry(performance.now()));
    } else soon();
    if (changes.some((change) => change.attributeName == "open")) hands.raise();
    else hands.keep();
  });

  /** @param {boolean} [again] although the address is the same */
  const hello = (again) => {
    if (address == location.href && !again) return;
    address = location.href;
    send({ hello: { url: address, referrer: page.referrer, restored } });
  };

  const moved = () => hello();
  /** @param {PageTransitionEvent} event */
  const shown = ({ persisted }) => {
    restored ||= persisted;
    hello(persisted);
  };
  const scrolled = () => eyes.covered() && soon();
  const listen = () => {
    block?.listen();
    // A frame may hear of its size only after it was loaded: nothing in it can be seen before.
    for (const type of ["input", "change", "click"]) addEventListener(type, acted, true);
    for (const type of ["load", "readystatechange", "visibilitychange", "resize"]) addEventListener(type, soon, true);
    addEventListener("scroll", scrolled, { capture: true, passive: true });
    for (const type of ["hashchange", "popstate"]) addEventListener(type, moved);
    window.navigation?.addEventListener("navigatesuccess", moved);
    addEventListener("pageshow", shown);
  };

  block?.onHeld((how, early) => {
    send({ held: { how, early } });
    // What was stopped was heard by nobody, and a script may have selected the checkbox in silence.
    soon();
  });
  chrome.runtime.onMessage.addListener((message) => void obey(message));
  const begin = () => {
    listen();
    hello();
  };
  // A page that is loaded ahead stands in no tab yet, and perhaps never will.
  const { prerendering } = /** @type {any} */ (page);
  restored ||= prerendering;
  if (prerendering) page.addEventListener("prerenderingchange", begin, { once: true });
  else begin();
})();
