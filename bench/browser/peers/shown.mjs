// What the peers have in common: their style sheet, waiting where they have no way of their own, and where
// the opening in their overlay is.

export function style(css) {
  document.head.append(Object.assign(document.createElement("style"), { textContent: css }));
}

/** Resolves to the first element of a selector, as soon as there is one. */
export const appears = (selector) =>
  new Promise((found) => {
    const look = () => {
      const element = document.querySelector(selector);
      if (element) found(element);
      return !!element;
    };
    if (look()) return;
    const observer = new MutationObserver(() => look() && observer.disconnect());
    observer.observe(document.documentElement, { childList: true, subtree: true });
  });

/** The box of the last part of a path that covers the window but for an opening, in pixels of the window. */
export function opening(selector) {
  const path = document.querySelector(selector);
  const parts = path?.getAttribute("d")?.match(/M[^M]*/gi) ?? [];
  if (parts.length < 2) return;
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const part = svg.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "path"));
  part.setAttribute("d", parts.at(-1));
  path.ownerSVGElement.append(svg);
  const { x, y, width, height } = part.getBBox();
  svg.remove();
  if (!width || !height) return;
  const matrix = path.getScreenCTM();
  return { x: x * matrix.a + matrix.e, y: y * matrix.d + matrix.f, width: width * matrix.a, height: height * matrix.d };
}
