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

const loaded = document.getElementById("loaded");
if (loaded && loaded.dataset.settled !== "true") setTimeout(watch, EVERY_MS);
