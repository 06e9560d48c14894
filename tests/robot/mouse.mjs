// The robot's hand on a mouse: it clicks in the middle of a ring, and on the buttons of the card.

import { cardFrame } from "./light.mjs";

/** A hand on a mouse. */
export const mouse = () => ({
  /** Clicks in the middle of a ring, and types where that is asked for. */
  async follow(page, { center, ask, text }) {
    await page.mouse.click(center.x, center.y);
    if (ask === "type") await page.keyboard.type(text);
    return true;
  },

  /** Presses a button of the card. False for a card that goes while it is pressed. */
  async press(page, selector) {
    const button = cardFrame(page)?.locator(selector).first();
    return (
      button?.click({ timeout: 5000 }).then(
        () => true,
        () => false,
      ) ?? false
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
