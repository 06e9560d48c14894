// Reads what the hands have painted: it lies in a closed shadow root, which only the browser sees.

function* all(node) {
  yield node;
  for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) yield* all(child);
}

const attributes = ({ attributes: list = [] }) =>
  Object.fromEntries(list.flatMap((name, at) => (at % 2 ? [] : [[name, list[at + 1]]])));

/** The box a style puts an element to; none where it hides it. */
function boxIn(style = "") {
  const found = Object.fromEntries(
    [...style.matchAll(/(left|top|width|height): ?([-\d.]+)px/g)].map(([, name, value]) => [name, Number(value)]),
  );
  return "left" in found ? { x: found.left, y: found.top, width: found.width, height: found.height } : undefined;
}

/** @returns how many overlays there are, the rings with their boxes, and the card's box */
export async function overlay(page) {
  const cdp = await page.context().newCDPSession(page);
  const { root } = await cdp.send("DOM.getDocument", { depth: -1, pierce: true });
  await cdp.detach();
  const overlays = [...all(root)].filter((node) => "data-consentry" in attributes(node));
  const painted = overlays.flatMap((node) => [...all(node)]);
  const read = (node) => ({ ...attributes(node), box: boxIn(attributes(node).style) });
  const card = painted.find((node) => node.nodeName === "IFRAME");
  return {
    overlays: overlays.length,
    rings: painted.filter((node) => "data-kind" in attributes(node)).map(read),
    card: card && read(card),
  };
}

/** Where an element of the page stands. */
export const boxOf = (page, selector) =>
  page.evaluate((selector) => {
    const { x, y, width, height } = document.querySelector(selector).getBoundingClientRect();
    return { x, y, width, height };
  }, selector);

/** Whether a ring stands around a box: as far from it on every side. */
export const isAround = (ring, box) =>
  !!ring &&
  [ring.x + 5 - box.x, ring.y + 5 - box.y, ring.width - 10 - box.width, ring.height - 10 - box.height].every(
    (off) => Math.abs(off) < 1.5,
  );

/** Whether two boxes share a point. */
export const touch = (a, b) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
