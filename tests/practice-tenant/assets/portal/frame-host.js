// Both ends of the talk between a blade in a frame and its shell, or a frame between them.
import { config } from "./config.js";
import { openConsent } from "./consent-window.js";

const FRAMES = ".reactblade.portal.azure.net";
const known = (origin) => config.portals.includes(origin) || new URL(origin).hostname.endsWith(FRAMES);

/** The shell this frame stands in, as the frame's address says. */
const shellOrigin = () => {
  const said = new URLSearchParams(location.search).get("trustedAuthority");
  return config.portals.includes(said) ? said : config.portals[0];
};

/** What a frame may ask its shell for. */
const CALLS = ["ask", "outcome", "toast"];

/** In the frame: a host whose answers come from the shell. The consent window it opens itself. */
export const frameHost = () => {
  const waiting = new Map();
  let next = 0;
  addEventListener("message", ({ source, origin, data }) => {
    if (source !== parent || !known(origin) || !waiting.has(data?.answer)) return;
    const { resolve, reject } = waiting.get(data.answer);
    waiting.delete(data.answer);
    if (data.error) reject(new Error(data.error));
    else resolve(data.value);
  });
  const call =
    (name) =>
    (...values) =>
      new Promise((resolve, reject) => {
        next += 1;
        waiting.set(next, { resolve, reject });
        // The shell knows by the frame's origin whom it may answer; nothing sent here is secret.
        parent.postMessage({ call: next, name, values }, "*");
      });
  const outcome = call("outcome");
  const consent = async (appId) => {
    const state = openConsent(appId, shellOrigin());
    return state && outcome(state);
  };
  return { ask: call("ask"), outcome, consent, toast: call("toast") };
};

/** In the shell: serves a frame. Answers a function that ends it. */
export const serveFrame = (frame, host, start) => {
  const origin = new URL(frame.src).origin;
  const heard = async ({ source, origin: from, data }) => {
    if (source !== frame.contentWindow || from !== origin) return;
    if (data?.ready) source.postMessage({ start }, origin);
    if (!data?.call || !CALLS.includes(data.name)) return;
    const answer = await Promise.resolve()
      .then(() => host[data.name](...data.values))
      .then(
        (value) => ({ value }),
        (error) => ({ error: error.message }),
      );
    source.postMessage({ answer: data.call, ...answer }, origin);
  };
  addEventListener("message", heard);
  return () => removeEventListener("message", heard);
};

/** In the frame: waits for the shell to say which blade of which application this is. */
export const started = () =>
  new Promise((resolve) => {
    const heard = ({ source, origin, data }) => {
      if (source !== parent || !known(origin) || !data?.start) return;
      removeEventListener("message", heard);
      resolve(data.start);
    };
    addEventListener("message", heard);
    parent.postMessage({ ready: true }, "*");
  });
