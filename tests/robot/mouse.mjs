// The robot's hand on a mouse: it clicks in the middle of a ring, and on the buttons of the card.

import { cardFrame, lights } from "./light.mjs";

/** A ring that is this near to where it was has not moved, in pixels. */
const STILL = 2;

/** A hand on a mouse. */
export const mouse = () => ({
  /**
   * Goes to the middle of a ring, presses there while the ring stands, and types where that is asked for. False
   * where the light went out on the way: a person who sees that does not press either.
   */
  async follow(page, { center, ask, text }) {
    await page.mouse.move(center.x, center.y);
    const stands = ({ center: { x, y }, ...one }) =>
      one.ask === ask && Math.abs(x - center.x) + Math.abs(y - center.y) < STILL;
    if (!(await lights(page)).some(stands)) return false;
    await page.mouse.down();
    await page.mouse.up();
    if (ask === "type") await page.keyboard.type(text);
    return true;
  },

  /** Presses a button of the card, or of a page of ours. False for a card that goes while it is pressed. */
  async press(page, selector) {
    const button = (cardFrame(page) ?? page.mainFrame()).locator(selector).first();
    if (!(await button.count().catch(() => 0))) return false;
    return button.click({ timeout: 5000 }).then(
      () => true,
      () => false,
    );
  },

  /** Remembers what is lit; the answer presses it in every way there is, lit or not. */
  async aim(page, { center: { x, y } }) {
    return async () => {
      await page.mouse.click(x, y);
      await page.mouse.dblclick(x, y);
      for (const key of ["Enter", "NumpadEnter"]) await page.keyboard.press(key);
    };
  },
});
