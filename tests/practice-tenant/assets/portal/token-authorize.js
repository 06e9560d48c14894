// The consent window's last page: tell the window that opened it, and close.
const query = new URLSearchParams(location.search);
const outcome = {
  consent: query.has("error") ? "refused" : "given",
  state: query.get("state"),
  error: query.get("error"),
};
// `admin_consent=True` is there on failures too; only `error` tells.
document.getElementById("outcome").textContent =
  outcome.consent === "given" ? "Done. You can close this window." : `Not granted: ${outcome.error}`;
window.opener?.postMessage(outcome, location.origin);
window.close();
