// When to look, so that looking takes its share of the page's time and no more. Pure arithmetic; all times
// are in milliseconds of the page's clock.

const pace = (() => {
  // Looks are at least this far apart.
  const PAUSE = 100;
  // Looking may take this share of the time, and as many milliseconds at once as quiet has saved
  // up: a page that turns is followed closely, a page that never rests is not slowed down.
  const SHARE = 0.01;
  const SAVED = 60;
  const LONGEST_PAUSE = 2000;
  // Where somebody waits, looking may take more: whoever did something waits so long for what comes of it.
  const EAGER = 0.1;
  const AWAITED = 3000;

  let next = 0;
  let credit = SAVED;
  let ended = 0;
  let cost = 0;
  let eager = 0;

  const after = (/** @type {number} */ pause) => ended + Math.min(LONGEST_PAUSE, Math.max(PAUSE, pause));

  /**
   * Somebody waits for the next look: what the last one cost counts, and what they cost before does not.
   * @param {number} now @returns whether it comes sooner for that
   */
  const hurry = (now) => {
    const soonest = Math.max(now, after(cost / EAGER));
    const sooner = soonest < next;
    if (sooner) next = soonest;
    return sooner;
  };

  return {
    /** When the next look may begin. */
    next: () => next,
    /** A look, or a part of one, is over. @param {number} began @param {number} now */
    looked: (began, now) => {
      const share = began < eager ? EAGER : SHARE;
      cost = now - began;
      credit = Math.min(SAVED, credit + (began - ended) * share) - cost;
      ended = now;
      next = after(-credit / share);
    },
    hurry,
    /** Whether the next look is so far off that to hurry is worth a thought. @param {number} now */
    far: (now) => next - now > PAUSE,
    /** A person did something. @param {number} now */
    acted: (now) => {
      eager = now + AWAITED;
      return hurry(now);
    },
  };
})();
