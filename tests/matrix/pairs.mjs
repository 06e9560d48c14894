// Pairwise testing: few rows in which every value of every dimension meets every value of every
// other (the greedy construction of Cohen, Dalal, Fredman and Patton, "The AETG System", 1997).

/** A small generator with a seed, so that a list is the same in every run (Marsaglia's xorshift32). */
export function random(seed) {
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const key = (a, x, b, y) => (a < b ? `${a}=${x}&${b}=${y}` : `${b}=${y}&${a}=${x}`);

/** Every pair of values of two dimensions. */
export function pairsOf(dimensions) {
  const pairs = new Map();
  const names = Object.keys(dimensions);
  for (const [i, a] of names.entries()) {
    for (const b of names.slice(i + 1)) {
      for (const x of dimensions[a].keys()) {
        for (const y of dimensions[b].keys()) pairs.set(key(a, x, b, y), { [a]: x, [b]: y });
      }
    }
  }
  return pairs;
}

/** The pairs that a row of indices holds. */
export function pairsIn(row) {
  const names = Object.keys(row);
  return names.flatMap((a, i) => names.slice(i + 1).map((b) => key(a, row[a], b, row[b])));
}

/**
 * Rows of indices into `dimensions`.
 * @param {Record<string, unknown[]>} dimensions values of each, the usual one first
 * @param {{seed: number, rows?: Record<string, number>[]}} options `rows` are parts of rows that must
 *   be there whatever they cover
 */
export function pairwise(dimensions, { seed, rows: wanted = [] }) {
  const next = random(seed);
  const open = pairsOf(dimensions);
  const names = Object.keys(dimensions);
  const shuffled = (list) => {
    const mixed = [...list];
    for (let i = mixed.length - 1; i > 0; i--) {
      const j = next(i + 1);
      [mixed[i], mixed[j]] = [mixed[j], mixed[i]];
    }
    return mixed;
  };
  const gain = (row, name, value) =>
    Object.entries(row).filter(([other, x]) => open.has(key(name, value, other, x))).length;
  const fill = (start) => {
    const row = { ...start };
    for (const name of shuffled(names.filter((name) => !(name in row)))) {
      let best = 0;
      let most = -1;
      // On a tie the usual value stays: it is the quickest.
      for (const value of dimensions[name].keys()) {
        const gained = gain(row, name, value);
        if (gained > most) [best, most] = [value, gained];
      }
      row[name] = best;
    }
    return row;
  };
  const covers = (row) => pairsIn(row).filter((pair) => open.has(pair)).length;
  const made = [];
  const add = (start) => {
    const candidates = Array.from({ length: 12 }, () => fill(start));
    const row = candidates.reduce((best, other) => (covers(other) > covers(best) ? other : best));
    for (const pair of pairsIn(row)) open.delete(pair);
    made.push(row);
  };
  for (const part of wanted) add(part);
  while (open.size > 0) add(open.values().next().value);
  return made;
}
