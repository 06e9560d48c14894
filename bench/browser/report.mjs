// Readings as a table: the median of the rounds, with the least and the most.

const NAMES = { none: "no extension", waiting: "Consentry, waiting", lit: "Consentry, a ring lit" };

const sorted = (values) => [...values].sort((one, other) => one - other);
const median = (values) => {
  const all = sorted(values);
  return (all[(all.length - 1) >> 1] + all[all.length >> 1]) / 2;
};

export function table(readings, { seconds, rounds, browser }) {
  const spread = (values, format) => {
    const all = sorted(values);
    return `${format(median(all))} (${format(all[0])}–${format(all.at(-1))})`;
  };
  const percent = (share) => `${(share * 100).toFixed(2)} %`;
  const lines = [
    `Chromium ${browser ?? ""}, ${rounds} rounds of ${seconds} s, the variants in turn; medians, with the least and the most. Shares`.replace(
      "  ",
      " ",
    ) + " are of the main thread's time; × stands beside the same page without the extension in the same run.",
    "",
    "| Page | Variant | All tasks | × | Scripts | Layout | Style | Heap | Long tasks | Frames dropped |",
    "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
  ];
  for (const page of new Set(readings.map((reading) => reading.page))) {
    const of = (variant, what) =>
      readings.filter((one) => one.page === page && one.variant === variant).map((one) => one[what]);
    for (const variant of Object.keys(NAMES)) {
      const all = (what, format) => spread(of(variant, what), format);
      const ratio = median(of(variant, "task")) / median(of("none", "task"));
      lines.push(
        `| ${[
          page,
          NAMES[variant],
          all("task", percent),
          ratio.toFixed(2),
          all("script", percent),
          all("layout", percent),
          all("style", percent),
          all("heap", (bytes) => `${(bytes / 1e6).toFixed(1)} MB`),
          all("longTasks", String),
          all("dropped", String),
        ].join(" | ")} |`,
      );
    }
  }
  return lines.join("\n") + "\n";
}
