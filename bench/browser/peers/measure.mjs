// What is asked of every guide in the page.

const { port1, port2 } = new MessageChannel();

globalThis.measure = {
  /** Resolves when the next frame has been drawn. */
  painted: () =>
    new Promise((drawn) => {
      port1.onmessage = drawn;
      requestAnimationFrame(() => port2.postMessage(0));
    }),
  /** Whether the card can be read. */
  readable: () => {
    const card = globalThis.peer.card();
    return !!card?.getBoundingClientRect().width && getComputedStyle(card).opacity > 0.9;
  },
  /** How far the middle of the ring is from the middle of an element, in pixels; null without a ring. */
  off: (id) => {
    const [ring, at] = [globalThis.peer.ring(), document.getElementById(id).getBoundingClientRect()];
    if (!ring) return null;
    return Math.hypot(ring.x + ring.width / 2 - at.x - at.width / 2, ring.y + ring.height / 2 - at.y - at.height / 2);
  },
};
