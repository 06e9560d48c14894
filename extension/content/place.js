// Where the card stands: beside what it speaks of, covering none of what a person needs. Pure
// arithmetic in CSS pixels of the viewport; what is worth keeping free, the hands say.

/**
 * @typedef {{x: number, y: number, width: number, height: number}} Box
 * @typedef {{width: number, height: number}} Size
 * @typedef {Box & {weight: number}} Kept
 * @typedef {Box & {at: number}} Spot
 */

/** @param {Box} one @param {Box} other @returns {number} the area both share */
const sharedArea = (one, other) => {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return width > 0 && height > 0 ? width * height : 0;
};

/**
 * Covering something kept is worse than covering any amount of the surroundings; of two places
 * that cover nothing kept, the one wins that covers less around the target; of those, the nearer.
 *
 * @param {Size} card
 * @param {Size} view
 * @param {Box | undefined} target what it stands beside; a corner without one
 * @param {Kept[]} keep what it must not cover
 * @param {Box} [around] the box on the page that the target is part of
 * @param {number} [was] the answer before, for the same target: a card that need not move stays
 * @returns {Spot}
 */
const placeCard = (card, view, target, keep, around, was) => {
  const GAP = 16;
  // Moving is worth it for this share of the card's area; a page that trembles moves no card.
  const STAY = 0.05;
  // Where a card of its full height covers something of this weight wherever it stands, it is cut
  // and scrolls: for a choice and anything above, not for the focus.
  const WORTH_A_CUT = 2;
  const CUTS = [1, 0.9, 0.8, 0.7, 0.6, 0.5];
  const LOWEST = 160;

  const right = view.width - card.width - GAP;

  /** @param {number} height */
  const best = (height) => {
    const bottom = view.height - height - GAP;
    /** Left and right of a box, level with the target. @param {Box} box @param {Box} by */
    const aside = (box, by) => [
      [box.x + box.width + GAP, by.y],
      [box.x - card.width - GAP, by.y],
    ];
    /** Below and above a box. @param {Box} box @param {Box} by */
    const stacked = (box, by) =>
      [by.x, right, GAP].flatMap((x) => [
        [x, box.y + box.height + GAP],
        [x, box.y - height - GAP],
      ]);
    const boxes = target ? [target, ...(around ? [around] : [])] : [];
    const spots = [
      ...boxes.flatMap((box) => aside(box, boxes[0])),
      ...boxes.flatMap((box) => stacked(box, boxes[0])),
      [right, bottom],
      [right, GAP],
      [GAP, bottom],
      [GAP, GAP],
    ].map(([x, y]) => {
      // A sheet as wide as the view has no gap at its sides.
      const least = right < GAP ? 0 : GAP;
      const spot = {
        x: Math.max(least, Math.min(x, right)),
        y: Math.max(0, Math.min(y, bottom)),
        width: card.width,
        height,
      };
      let cost = 0;
      for (const box of keep) if (sharedArea(spot, box)) cost += box.weight;
      return { ...spot, cost, covers: around ? sharedArea(spot, around) : 0 };
    });

    let at = 0;
    spots.forEach((spot, i) => {
      const old = spots[at];
      if (spot.cost < old.cost || (spot.cost == old.cost && spot.covers < old.covers)) at = i;
    });
    const stood = was == null ? undefined : spots[was];
    const room = STAY * card.width * height;
    if (stood && stood.cost <= spots[at].cost && stood.covers <= spots[at].covers + room) at = spots.indexOf(stood);
    return { ...spots[at], at };
  };

  const lowest = Math.min(LOWEST, card.height);
  const { x, y, width, height, at } = CUTS.map((cut) => best(Math.max(lowest, card.height * cut))).reduce(
    (one, other) => (one.cost - other.cost < WORTH_A_CUT ? one : other),
  );
  return { x, y, width, height, at };
};

/**
 * Where a bar stands for which there is no room beside what is kept: in a gap of it, at the bottom edge
 * first. Where no gap is high enough for two lines, one line may find one; else it covers as little as it can.
 *
 * @param {Size} view
 * @param {Box[]} keep what it must not cover
 * @param {Box} [was] where it stood: it stays where it still covers nothing
 * @returns {Box}
 */
const placeBar = (view, keep, was) => {
  /** @type {Box[]} */ const spots = was ? [was] : [];
  for (const height of [64, 40]) {
    const bottom = view.height - height;
    const ys = [bottom, 0, ...keep.flatMap((box) => [box.y + box.height, box.y - height])];
    for (const width of [view.width, Math.min(view.width, 280)])
      for (const y of ys) for (const x of [0, view.width - width]) spots.push({ x, y, width, height });
  }
  let least = Infinity;
  let best = spots[0];
  for (const spot of spots) {
    if (spot.y < 0 || spot.y + spot.height > view.height || spot.x + spot.width > view.width) continue;
    const covers = keep.reduce((sum, box) => sum + sharedArea(spot, box), 0);
    if (covers < least) [least, best] = [covers, spot];
  }
  return best;
};
