// Reading the light: which rings are on a page, what they stand around, and what the card says.
// This is all the robot knows of a page; it looks at the overlay and at nothing else.

/** One frame's own session with the browser, or none where it shares the page's. */
async function session(page, frame) {
  try {
    return await page.context().newCDPSession(frame ?? page);
  } catch {
    return undefined;
  }
}

function* nodes(node) {
  yield node;
  for (const child of node.children ?? []) yield* nodes(child);
  for (const root of node.shadowRoots ?? []) yield* nodes(root);
  if (node.contentDocument) yield* nodes(node.contentDocument);
}

const attributes = (node) => {
  const list = node.attributes ?? [];
  return Object.fromEntries(list.flatMap((name, at) => (at % 2 ? [] : [[name, list[at + 1]]])));
};

/** Where a frame stands in its page. */
async function offset(frame) {
  if (!frame?.parentFrame()) return { x: 0, y: 0 };
  const element = await frame.frameElement();
  return (await element.boundingBox()) ?? { x: 0, y: 0 };
}

/** The rings in one document, in the page's coordinates. */
async function rings(cdp, at) {
  const { root } = await cdp.send("DOM.getDocument", { depth: -1, pierce: true });
  const found = [];
  for (const overlay of nodes(root)) {
    if (!("data-consentry" in attributes(overlay))) continue;
    for (const node of nodes(overlay)) {
      const data = attributes(node);
      if (!data["data-kind"] || !data["data-control"]) continue;
      const box = await cdp.send("DOM.getBoxModel", { nodeId: node.nodeId }).catch(() => undefined);
      if (!box || box.model.width === 0) continue;
      const quad = box.model.border;
      const own = { x: (quad[0] + quad[4]) / 2, y: (quad[1] + quad[5]) / 2 };
      const center = { x: own.x + at.x, y: own.y + at.y };
      const { width } = box.model;
      const control = data["data-control"];
      found.push({
        width,
        control,
        kind: data["data-kind"],
        ask: data["data-ask"],
        text: data["data-text"],
        center,
        own,
      });
    }
  }
  return found;
}

/**
 * Role and name of what a ring stands around, as a screen reader would say it. A ring around a box
 * and its label is looked into from the left, where the box is.
 */
async function named(cdp, { x, y }, width) {
  // Boxes are told from the corner of what is in view, places from the corner of the document.
  const { cssVisualViewport: view } = await cdp.send("Page.getLayoutMetrics");
  for (const at of [x, x - width / 2 + 16]) {
    const place = { x: Math.round(at + view.pageX), y: Math.round(y + view.pageY), ignorePointerEventsNone: false };
    const hit = await cdp.send("DOM.getNodeForLocation", place).catch(() => undefined);
    if (!hit) continue;
    const tree = { backendNodeId: hit.backendNodeId, fetchRelatives: true };
    const { nodes } = await cdp.send("Accessibility.getPartialAXTree", tree);
    const telling = nodes.find((node) => !node.ignored && TELLING.has(node.role?.value) && node.name?.value);
    if (telling) return { role: telling.role.value, name: telling.name.value, node: hit.backendNodeId };
  }
  return undefined;
}

/**
 * Takes hold of what a ring stands around: the answer calls `look` in its page, with it. Nothing where the
 * ring is gone.
 */
export async function grasp(page, { control, ask }, look) {
  const ring = (await lights(page)).find((one) => one.control === control && one.ask === ask && one.node);
  if (!ring) return undefined;
  const cdp = await session(page, ring.frame.parentFrame() ? ring.frame : undefined);
  if (!cdp) return undefined;
  const resolved = await cdp.send("DOM.resolveNode", { backendNodeId: ring.node }).catch(() => undefined);
  if (!resolved) return undefined;
  const { objectId } = resolved.object;
  const functionDeclaration = `function () { return (${look})(this); }`;
  return async () => {
    const answer = await cdp.send("Runtime.callFunctionOn", { objectId, functionDeclaration, returnByValue: true });
    return answer.result.value;
  };
}

/** Roles of what a person can use. */
const TELLING = new Set(
  "button link checkbox switch radio textbox searchbox combobox menuitem tab option treeitem row listitem".split(" "),
);

/** What the browser answers about a document that is just going away: it has no light. */
const LEAVING = /closed|detached|navigat|destroyed|Cannot find|not found|No node|Target|different document/i;

/** All rings on a page, in all its frames. */
export async function lights(page) {
  const found = [];
  const main = await session(page);
  if (!main) return found;
  try {
    for (const frame of page.frames()) {
      const own = frame.parentFrame() ? await session(page, frame) : main;
      if (!own) continue;
      try {
        const at = await offset(frame);
        for (const ring of await rings(own, at))
          found.push({ ...ring, frame, ...(await named(own, ring.own, ring.width)) });
      } finally {
        if (own !== main) await own.detach().catch(() => {});
      }
    }
  } catch (error) {
    if (!LEAVING.test(String(error))) throw error;
    return [];
  } finally {
    await main.detach().catch(() => {});
  }
  return found;
}

/** The frame that holds the card, if one does. */
export function cardFrame(page) {
  return page.frames().find((frame) => /^chrome-extension:\/\/[^/]+\/face\/card\.html/.test(frame.url()));
}

/** What the card says. */
export async function card(page) {
  const frame = cardFrame(page);
  if (!frame) return undefined;
  return frame
    .evaluate(() => {
      const main = document.querySelector("[data-card]");
      if (!main) return undefined;
      const text = (selector) => main.querySelector(selector)?.textContent?.trim();
      const buttons = [...main.querySelectorAll("button[data-do]")];
      return {
        id: main.dataset.card,
        language: document.documentElement.lang,
        seedStep: main.dataset.seedStep,
        kind: document.body.dataset.kind,
        role: main.getAttribute("role"),
        title: text("#title"),
        text: text("#text"),
        copy: text(".copy code"),
        actions: buttons
          .filter((button) => !["hide", "copy"].includes(button.dataset.do))
          .map((button) => ({
            do: button.dataset.do,
            role: button.dataset.role,
            label: button.textContent.trim(),
            weight: button.className,
          })),
      };
    })
    .catch(() => undefined);
}
