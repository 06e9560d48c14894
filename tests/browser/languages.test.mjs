// The journey in other languages: the extension speaks them, and Microsoft's pages are in them.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { browserOn, company } from "./company.mjs";
import { until } from "../stage/stage.mjs";

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

const ASKS =
  "https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize?client_id=d62121f3-e023-4972-b6b0-794190c0fd98&response_type=code&scope=openid%20Sites.Manage.All&redirect_uri=https%3A%2F%2Fapp.mover.io%2Foauth";
const CONSENT = `<!doctype html><html lang=de><title>Anmelden</title><script>var $Config={"pgid":"ConvergedConsent"};</script>
  <form method=post action=/common/Consent/Set><div role=heading aria-level=1>Angeforderte Berechtigungen</div>
  <p>Office 365 Mover</p><input type=button id=idBtn_Back value=Abbrechen>
  <input type=submit id=accept name=idSIButton9 value=Akzeptieren></form>`;

test("what each permission means is said in the language of everything else", async (t) => {
  const { stage } = await company(t, "", { language: "de" });
  const browser = await browserOn(stage, t);
  await browser.context.route(/^https:\/\/login\.microsoftonline\.com\//, (route) =>
    route.fulfill({ contentType: "text/html", body: CONSENT }),
  );
  const page = await browser.context.newPage();
  await page.goto(ASKS);
  const card = await until("a card about the permissions", async () =>
    Object.values((await browser.view())?.tabs ?? {})
      .map((tab) => tab.card)
      .find((card) => card?.details?.length),
  );
  const sentences = await readFile(new URL("../../shared/words/permissions/de.toml", import.meta.url), "utf8");
  for (const { title, text } of card.details) {
    const [, means] = text.split("\n\n")[0].match(/^[^:]+: (.+)$/);
    assert.ok(sentences.includes(` = "${means}"`), `${title}: ${text}`);
  }
});
