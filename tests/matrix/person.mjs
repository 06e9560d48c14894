// What a card leaves to the person alone: answers of the sign-in that are nobody else's to give.
// The robot has no part in it.

const ASIDE = ["sign-in", "grant-sign-in"];

/** Answers "Stay signed in?" with Yes, once a card has said that the sign-in is the person's. */
export async function person(page, said) {
  if (!ASIDE.includes(said.id)) return;
  const question = page.locator("#KmsiDescription");
  if (!(await question.isVisible().catch(() => false))) return;
  // The page may go while it is looked at.
  await page
    .locator("#idSIButton9")
    .click({ timeout: 2000 })
    .catch(() => {});
}
