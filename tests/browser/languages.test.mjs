// The journey in other languages: the extension speaks them, and Microsoft's pages are in them.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { company } from "./company.mjs";

const file = (tag) => readFile(new URL(`../../shared/words/${tag}.ftl`, import.meta.url), "utf8");

/** What a language's file has as a title, each as an expression that any filled-in text of it fits. */
async function titles(tag) {
  const plain = (text) => text.replace(/[.*+?^$|()[\]\\]/g, "\\$&");
  const lines = (await file(tag)).matchAll(/^[a-zA-Z-]+-title = (.+)$/gm);
  return [...lines].map(([, text]) => new RegExp(`^${plain(text).replace(/\{[^}]*\}/g, ".+")}$`));
}

for (const tag of ["de", "ja"]) {
  test(`the journey arrives in ${tag}, and the card speaks it from beginning to end`, async (t) => {
    const { walk } = await company(t, `language = "${tag}"`, { language: tag });
    const walked = await walk();
    assert.equal(walked.outcome, "authorized");
    assert.equal(walked.wrong_clicks, 0);
    assert.deepEqual([walked.users, walked.sites], [17, 43]);
    assert.equal(walked.guard.held, true);
    const own = await titles(tag);
    const cards = walked.steps.map((step) => step.card);
    assert.ok(cards.length > 10, `${cards.length} cards`);
    for (const { title, text, language } of cards) {
      assert.equal(language, tag, title);
      assert.ok(
        own.some((one) => one.test(title)),
        title,
      );
      if (tag === "ja") assert.match(text, /[\u3040-\u30ff]/, "a sentence in Japanese");
    }
  });
}
