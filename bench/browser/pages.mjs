// The pages that are measured: one that rests, and one that never does.

const page = (title, body, script = "") =>
  `<!doctype html><html lang=en><title>${title}</title><body>${body}<script>${script}</script>`;

const HEAD = "<h1>Measured</h1><button id=target>Grant</button><div id=place></div>";

/** What the frames of the heavy page show. */
export const PART = page("Part", "<h2>Part</h2><button>Refresh</button>" + "<p>Some words.</p>".repeat(50));

export const IDLE = page("Idle", HEAD + "<p>Some <b>words</b> and a <a href='#x'>link</a>.</p>".repeat(100));

const ROW = "<div class=row><span>Name</span><span class=cell>0</span><span>Enabled</span></div>";
const BLADE = `<section class=blade><h2>Blade</h2>${ROW.repeat(120)}</section>`;

/** 20,000 elements, twelve frames, 1,000 changes a second, and a blade drawn anew twice a second. */
export const HEAVY = page(
  "Heavy",
  HEAD + "<iframe src=part width=200 height=80></iframe>".repeat(12) + BLADE.repeat(41),
  `
  const cells = document.getElementsByClassName("cell");
  let turn = 0;
  setInterval(() => {
    for (let n = 0; n < 10; n++) cells[(turn * 7919) % cells.length].firstChild.data = String(turn++);
  }, 10);
  let at = 0;
  setInterval(() => {
    const blades = document.getElementsByClassName("blade");
    const old = blades[at++ % blades.length];
    old.replaceWith(old.cloneNode(true));
  }, 500);
`,
);
