// The window in which an administrator consents.
import { config } from "./config.js";

// The browser's refusal of a window, once.
let refuses = config.popup === "blocked";

/** Opens it; answers by which `state` its end will be known, null where the browser refused. */
export const openConsent = (appId, portal) => {
  if (refuses) {
    refuses = false;
    return null;
  }
  const state = crypto.randomUUID();
  const query = new URLSearchParams({ client_id: appId, redirect_uri: `${portal}/TokenAuthorize`, state });
  const url = `https://${config.login}/${config.tenant.id}/adminconsent?${query}`;
  window.open(url, "_blank", "popup,width=600,height=760");
  return state;
};

/** Where the window's last page tells how it ended; whoever opened it, the portal's own pages hear it. */
export const CHANNEL = "consent-window";
