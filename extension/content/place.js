// Where the card stands: beside what it speaks of, covering none of it. Pure arithmetic in CSS
// pixels of the viewport.

/** @typedef {{x: number, y: number, width: number, height: number}} Box */

/**
 * @param {{width: number, height: number}} card
 * @param {{width: number, height: number}} view
 * @param {Box | undefined} target what it stands beside; a corner without one
 * @param {Box[]} keep what it must not cover, the weightiest first
 * @param {number} [was] the answer before: a card that need not move stays where it is
 * @returns {{x: number, y: number, at: number}}
 */
const placeCard = (card, view, target, keep, was) => {
  const gap = 16;
  const right = view.width - card.width - gap;
  const bottom = view.height - card.height - gap;
  const t = target;
  const spots = [
    ...(t ? [[t.x + t.width + gap, t.y], [t.x - card.width - gap, t.y], [t.x, t.y + t.height + gap], [t.x, t.y - card.height - gap]] : []),
    [right, bottom], [right, gap], [gap, bottom], [gap, gap],
  ].map(([x, y]) => {
    // A sheet as wide as the view has no gap at its sides.
    const at = { x: Math.max(right < gap ? 0 : gap, Math.min(x, right)), y: Math.max(0, Math.min(y, bottom)) };
    let cost = 0;
    keep.forEach((box, i) => {
      const hit = at.x < box.x + box.width && box.x < at.x + card.width && at.y < box.y + box.height && box.y < at.y + card.height;
      if (hit) cost += keep.length - i;
    });
    return { ...at, cost };
  });
  let at = was != null && was < spots.length ? was : 0;
  spots.forEach((spot, i) => {
    if (spot.cost < spots[at].cost) at = i;
  });
  return { x: spots[at].x, y: spots[at].y, at };
};
