// The consent window's last page: tell the portal's pages how it ended, and close.
import { CHANNEL } from "./consent-window.js";

const query = new URLSearchParams(location.search);
const outcome = {
  consent: query.has("error") ? "refused" : "given",
  state: query.get("state"),
  error: query.get("error"),
};
// `admin_consent=True` is there on failures too; only `error` tells.
document.getElementById("outcome").textContent =
  outcome.consent === "given" ? "Done. You can close this window." : `Not granted: ${outcome.error}`;
new BroadcastChannel(CHANNEL).postMessage(outcome);
window.close();
