// Readings as tables: the median of the rounds, with the least and the most.

import { NAMES, NONE, OURS } from "./variants.mjs";

const sorted = (values) => [...values].sort((one, other) => one - other);
const median = (values) => {
  const all = sorted(values);
  return (all[(all.length - 1) >> 1] + all[all.length >> 1]) / 2;
};
const spread = (values, format) => {
  const all = sorted(values);
  return `${format(median(all))} (${format(all[0])}–${format(all.at(-1))})`;
};
const percent = (share) => `${(share * 100).toFixed(1)} %`;
const whole = (value) => value.toFixed(0);
const row = (cells) => `| ${cells.join(" | ")} |`;
const head = (...names) => [row(names), row(names.map(() => "---"))];

export function report(readings, { machine, seconds, rounds, browser }) {
  return [
    `${machine}. Chromium ${browser ?? "as installed"}, ${rounds} rounds of ${seconds} s, the variants in turn; ` +
      "medians, with the least and the most.",
    "What it costs. Shares are of the main thread's time; × stands beside the same page without guidance in the same run.",
    costs(readings.costs).join("\n"),
    "How soon, in milliseconds from the target to a ring around it and to a card that can be read: one frame is 16.7. " +
      "*Warm*: the card was there already, and says something else now.",
    speeds(readings.speeds).join("\n"),
    "The same on the wizard of the practice tenant, with the real core: × stands beside the worker that runs.",
    wholes(readings.wholes).join("\n"),
    "How far the middle of the ring is from the middle of its target, in pixels: in the frame of a change, and half a " +
      "second later; the most of all changes. *Scrolled*: the page; *moved*: the target, and nobody is told; *anew*: " +
      "the target is replaced by another like it.",
    offs(readings.speeds).join("\n"),
    "What a peer weighs, with its style and, for react-joyride, with React:",
    weights(readings.weights).join("\n"),
  ]
    .map((part) => `${part}\n`)
    .join("\n");
}

function* groups(readings, ...keys) {
  const name = (reading) => JSON.stringify(keys.map((key) => reading[key]));
  for (const group of new Set(readings.map(name))) yield readings.filter((reading) => name(reading) === group);
}

const all = (group, what, format) =>
  spread(
    group.map((one) => one[what]),
    format,
  );

function costs(readings) {
  const lines = head(
    "Page",
    "Guide",
    "",
    "All tasks",
    "×",
    "Scripts",
    "Layout",
    "Style",
    "Heap",
    "Long tasks",
    "Frames dropped",
  );
  for (const group of groups(readings, "page", "variant", "lit")) {
    const [{ page, variant, lit }] = group;
    const bare = readings.filter((one) => one.page === page && one.variant === NONE).map(({ task }) => task);
    lines.push(
      row([
        page,
        NAMES[variant],
        variant === NONE ? "" : lit ? "lit" : "waiting",
        all(group, "task", percent),
        (median(group.map(({ task }) => task)) / median(bare)).toFixed(2),
        all(group, "script", percent),
        all(group, "layout", percent),
        all(group, "style", percent),
        all(group, "heap", (bytes) => `${(bytes / 1e6).toFixed(1)} MB`),
        all(group, "longTasks", String),
        all(group, "dropped", String),
      ]),
    );
  }
  return lines;
}

const called = ({ variant, warm }) => NAMES[variant] + (variant === OURS && warm ? ", warm" : "");

function speeds(readings) {
  const lines = head("Page", "Guide", "Ring", "Card");
  for (const group of groups(readings, "page", "variant", "warm"))
    lines.push(row([group[0].page, called(group[0]), all(group, "ring", whole), all(group, "card", whole)]));
  return lines;
}

function wholes(readings) {
  const lines = head("Worker", "Ring", "×", "Card", "×");
  const running = readings.filter(({ stopped }) => !stopped);
  for (const group of groups(readings, "stopped")) {
    const cells = ["ring", "card"].flatMap((what) => {
      const [mine, beside] = [group, running].map((some) => median(some.map((one) => one[what])));
      return [all(group, what, whole), (mine / beside).toFixed(2)];
    });
    lines.push(row([group[0].stopped ? "stopped" : "running", ...cells]));
  }
  return lines;
}

function offs(readings) {
  const kinds = Object.keys(readings[0].off);
  const lines = head("Page", "Guide", ...kinds.flatMap((kind) => [`${NAME_OF[kind]}, at once`, "half a second later"]));
  const worst = (group, kind, when) => {
    const values = group.flatMap(({ off }) => off[kind][when]);
    return values.includes(null) ? "no ring" : Math.max(...values).toFixed(1);
  };
  for (const group of groups(
    readings.filter(({ warm }) => !warm),
    "page",
    "variant",
  )) {
    const cells = kinds.flatMap((kind) => [worst(group, kind, "first"), worst(group, kind, "later")]);
    lines.push(row([group[0].page, called(group[0]), ...cells]));
  }
  return lines;
}

const NAME_OF = { scroll: "Scrolled", move: "Moved", anew: "Anew" };

function weights(all) {
  const lines = head("Peer", "Minified", "Brotli");
  const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  for (const [name, { raw, brotli }] of Object.entries(all))
    lines.push(row([NAMES[name], kilobytes(raw), kilobytes(brotli)]));
  return lines;
}
