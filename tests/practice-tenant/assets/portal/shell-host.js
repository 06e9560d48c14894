// What a blade may ask for, in the shell itself: the API, the consent window, notices.
import { config } from "./config.js";
import { toast } from "./toast.js";

const ask = async (path, body) => {
  const request = body
    ? {
        method: "POST",
        headers: { "content-type": "application/json", "x-practice-portal": "1" },
        body: JSON.stringify(body),
      }
    : {};
  const response = await fetch(`/api/${path}`, request);
  if (response.status === 401) {
    // The session has ended: as the real shell, to the sign-in and back to the same place.
    sessionStorage.setItem("route", location.pathname + location.hash);
    location.replace("/signin/start");
    return new Promise(() => {});
  }
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error ?? response.statusText);
  return answer;
};

// The browser's refusal of a window, once.
let refuses = config.popup === "blocked";

/** Opens the admin consent window; answers when it has told how it ended, null if it was blocked. */
const consent = (appId) =>
  new Promise((resolve) => {
    if (refuses) {
      refuses = false;
      resolve(null);
      return;
    }
    const state = crypto.randomUUID();
    const query = new URLSearchParams({
      client_id: appId,
      redirect_uri: `${location.origin}/TokenAuthorize`,
      state,
    });
    const url = `https://${config.login}/${config.tenant.id}/adminconsent?${query}`;
    window.open(url, "_blank", "popup,width=600,height=760");
    const heard = (event) => {
      if (event.origin !== location.origin || event.data?.state !== state) return;
      removeEventListener("message", heard);
      resolve(event.data.consent === "given");
    };
    addEventListener("message", heard);
  });

export const shellHost = { ask, consent, toast };
