// What a blade may ask for, in the shell itself: the API, the consent window, notices.
import { CHANNEL, openConsent } from "./consent-window.js";
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

/** Waits for a consent window to say how it ended. */
const outcome = (state) =>
  new Promise((resolve) => {
    const channel = new BroadcastChannel(CHANNEL);
    channel.addEventListener("message", ({ data }) => {
      if (data?.state !== state) return;
      channel.close();
      resolve(data.consent === "given");
    });
  });

/** Opens the admin consent window; answers when it has told how it ended, null if it was blocked. */
const consent = async (appId) => {
  const state = openConsent(appId, location.origin);
  return state && outcome(state);
};

export const shellHost = { ask, outcome, consent, toast };
