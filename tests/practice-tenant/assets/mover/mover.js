// The wizard's own behaviour: it loads the connector again until it is authorized.
"use strict";

const EVERY_MS = 2000;

const put = (place, html) => {
  // Nothing is built anew that has not changed.
  if (place.dataset.html === html) return;
  place.dataset.html = html;
  place.innerHTML = html;
};

const load = async () => {
  const place = document.getElementById("loaded");
  const answer = await fetch(`/connectors/${encodeURIComponent(place.dataset.connection)}/load`);
  if (!answer.ok) return false;
  const { bars, column, settled } = await answer.json();
  put(document.getElementById("bars"), bars);
  put(place, column);
  return settled;
};

const watch = async () => {
  if (!document.hidden && (await load().catch(() => false))) return;
  setTimeout(watch, EVERY_MS);
};

document.addEventListener("click", (event) => {
  const target = event.target.closest("[data-dismiss], [data-load]");
  if (target?.matches("[data-dismiss]")) target.closest(".bar").remove();
  if (target?.matches("[data-load]")) load().catch(() => {});
});

// What leads on through the wizard, by where it leads.
const STEPS = [
  "a[href^='/connectors?side=']",
  "a[href^='/connectors/new?side=']",
  "form[action='/connectors/new'] :is(button, [name=display_name])",
  "form[action$='/reauthorize'] button",
  "a[href^='https://aka.ms/']",
  "[data-load]",
  "a[href^='/wizard/return?']",
].join();
const judged = () => {
  for (const step of document.querySelectorAll(STEPS)) judge.know(step, { kind: "wizard" });
};
judged();
new MutationObserver(judged).observe(document.body, { childList: true, subtree: true });

const loaded = document.getElementById("loaded");
if (loaded && loaded.dataset.settled !== "true") setTimeout(watch, EVERY_MS);
