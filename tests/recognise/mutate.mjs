// Changes a kept page as Microsoft might change the real one: by a kind and a seed, the same each time.
//
// `mutate` runs in a browser, on the text of a page, and knows nothing of what is recognised. What is expected of
// the page stays the same but for its words, which `renamed` changes alike.

/** What is changed, each alone: a family of signs that is gone, or a structure that is another. */
export const KINDS = [
  "as it is",
  "classes renamed",
  "telemetry names gone",
  "addresses gone",
  "landmarks gone",
  "menu moved out of main",
  "elements wrapped",
  "items reordered",
  "frames swapped",
  "frame names gone",
  "page's own names gone",
  "translated",
  "pseudo-localized",
  "toasts and bubbles added",
];

/** The words of a page in another language, as far as the table has them; `{0}` stands for a name. */
const translated = (text, words) => {
  for (const [from, to] of words) {
    const [before, after] = from.split("{0}");
    if (after === undefined ? text === from : text.startsWith(before) && text.endsWith(after)) {
      const name = after === undefined ? "" : text.slice(before.length, text.length - after.length);
      return to.replace("{0}", name);
    }
  }
  return text;
};

/** Words with every vowel changed, but not what a page shows of its data: names, ids, addresses, numbers. */
const pseudo = (text) => {
  const data = /Birchwood|Office 365 Mover|\S*[@.\d/]\S*/g;
  const kept = text.match(data) ?? [];
  return text
    .split(data)
    .map((part) => part.replace(/[aeiou]/g, (vowel) => ({ a: "ȧ", e: "ḗ", i: "ī", o: "ǿ", u: "ŭ" })[vowel]))
    .flatMap((part, at) => [part, kept[at] ?? ""])
    .join("");
};

/** How a kind changes words. */
export const said = (kind, text, words) =>
  kind === "translated" ? translated(text, words) : kind === "pseudo-localized" ? pseudo(text) : text;

/** What is expected of a page that was changed. */
export function renamed(expect, kind, words) {
  const of = (one) =>
    Array.isArray(one)
      ? one.map(of)
      : typeof one === "string"
        ? said(kind, one, words)
        : one && { ...one, name: said(kind, one.name, words) };
  const found = Object.entries(expect.found ?? {}).map(([control, named]) => [control, of(named)]);
  const named = Object.fromEntries(["lit", "or_lit", "not_lit"].map((key) => [key, of(expect[key])]));
  return { ...expect, ...named, found: Object.fromEntries(found) };
}

/** The source of what `mutate` needs beside itself, for a browser. */
export const helpers = `const translated = ${translated}; const pseudo = ${pseudo}; const said = ${said};`;

/**
 * The text of a page, changed. Runs where there is a DOM.
 * @param {{html: string, kind: string, seed: number, words: [string, string][], quoted: string[]}} task
 */
export function mutate({ html, kind, seed, words, quoted }) {
  let state = seed || 1;
  /** Between 0 and 1 (Marsaglia, "Xorshift RNGs"). */
  const random = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const page = new DOMParser().parseFromString(html, "text/html");
  const all = (select) => [...page.querySelectorAll(select)];
  const changes = {
    "classes renamed": () => {
      const names = new Map();
      const rename = (name) => names.get(name) ?? names.set(name, `c${Math.floor(random() * 1e9)}`).get(name);
      for (const el of all("[class]")) el.className = el.className.split(/\s+/).filter(Boolean).map(rename).join(" ");
      for (const style of all("style"))
        style.textContent = style.textContent.replace(/\.([A-Za-z][\w-]*)/g, (_, name) => `.${rename(name)}`);
    },
    "telemetry names gone": () => {
      for (const el of all("*"))
        for (const { name } of [...el.attributes]) if (name.startsWith("data-")) el.removeAttribute(name);
    },
    "addresses gone": () => all("a[href^='#']").forEach((el) => el.setAttribute("href", "#")),
    "landmarks gone": () => {
      const LANDMARK = "main,nav,header,aside,[role=main],[role=navigation],[role=banner],[role=complementary]";
      for (const el of all(LANDMARK)) {
        const plain = page.createElement("div");
        for (const { name, value } of el.attributes) if (name !== "role") plain.setAttribute(name, value);
        plain.append(...el.childNodes);
        el.replaceWith(plain);
      }
    },
    "menu moved out of main": () => {
      for (const menu of all(".fxc-menu")) {
        const place = page.createElement(random() < 0.5 ? "nav" : "div");
        menu.replaceWith("");
        place.append(menu);
        page.querySelector("main")?.before(place);
      }
    },
    "elements wrapped": () => {
      for (const el of all("body button, body a, body h2, body section, body .fxc-menu"))
        if (random() < 0.5) {
          const around = page.createElement("div");
          el.replaceWith(around);
          around.append(el);
        }
    },
    "items reordered": () => {
      for (const list of all("ul, ol, [role=grid] .fxc-gc-rows, [role=menubar], [role=list]")) {
        if (list.matches(".azc-optionPicker")) continue;
        const items = [...list.children].map((el) => [random(), el]).sort(([one], [other]) => one - other);
        list.append(...items.map(([, el]) => el));
      }
    },
    "frames swapped": () => {
      const frames = all("iframe");
      const stale = frames[0]?.cloneNode();
      stale?.setAttribute("name", "Stale.ReactView");
      stale?.setAttribute("src", "https://sandbox-99.reactblade.portal.azure.net/React/Stale");
      stale?.setAttribute("style", "display:none");
      for (const frame of frames.reverse()) frame.parentElement.append(frame);
      if (stale) frames[0].before(stale);
    },
    "frame names gone": () => all("iframe").forEach((el) => el.removeAttribute("name")),
    "page's own names gone": () => {
      all("meta[name], script, #appDomainLinkToAppInfo").forEach((el) => el.remove());
      for (const form of all("form[action]")) form.setAttribute("action", "/common/login");
    },
    "toasts and bubbles added": () => {
      const quote = quoted.map((text) => `<a href="#q" class="fxs-toast-link">${text.toUpperCase()}</a>`).join("");
      page.body.insertAdjacentHTML(
        "beforeend",
        `<ul class="fxs-toast"><li class="fxs-toast-item" role="alert"><div class="fxs-toast-title">${quote}</div></li></ul>
         <div class="fxs-teaching-bubble-container" role="dialog"><p>${quote}</p></div>
         <aside><div role="log">${quote}</div></aside>`,
      );
    },
  };
  changes[kind]?.();
  if (kind === "translated" || kind === "pseudo-localized") {
    // What stands in a shadow root is in a template until the page is shown.
    const parts = [page.body];
    for (const part of parts) parts.push(...[...part.querySelectorAll("template")].map((template) => template.content));
    const inAll = (select) => parts.flatMap((part) => [...part.querySelectorAll(select)]);
    // What a button says in several pieces is one text.
    for (const el of inAll("button")) {
      const pieces = [...el.children].filter((piece) => piece.textContent.trim());
      const whole = el.textContent.trim();
      if (pieces.length > 1 && said(kind, whole, words) !== whole) el.textContent = whole;
    }
    for (const part of parts) {
      const walker = page.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const { data, parentElement } = walker.currentNode;
        const text = data.trim();
        if (text && !parentElement?.closest("script,style"))
          walker.currentNode.data = data.replace(text, () => said(kind, text, words));
      }
    }
    for (const name of ["aria-label", "title", "placeholder", "value", "alt"])
      for (const el of inAll(`[${name}]`)) el.setAttribute(name, said(kind, el.getAttribute(name), words));
  }
  return `<!doctype html>\n${page.documentElement.outerHTML}`;
}
