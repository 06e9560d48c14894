// The service worker's outer shell. Chrome wants listeners registered before the first event
// loop turn (developer.chrome.com, "The extension service worker lifecycle"), which WebAssembly
// cannot do; so they stand here and hand everything on. Nothing is decided here but who may speak.
//
// Deliberately absent: `onMessageExternal`. No page and no other extension can speak to us.

import init, { kept, start, on_address, on_installed, on_message, on_tab_removed, on_wake } from "./worker/worker.js";

/** @type {Promise<void> | undefined} */ let starting;
// Not before there is something to do: the browser wakes this script for every tab that loads.
const ready = () =>
  (starting ??= init({ module_or_path: chrome.runtime.getURL("worker/worker_bg.wasm") })
    .then(() => start())
    .catch((reason) => {
      // The next event tries again.
      starting = undefined;
      throw reason;
    }));
const home = chrome.runtime.getURL("");

/** Who sent a message, as Chrome says; nothing of this is taken from the message. */
const stamp = (/** @type {chrome.runtime.MessageSender} */ sender) => ({
  tab: sender.tab?.id ?? null,
  frame: sender.frameId ?? null,
  url: sender.url ?? null,
  origin: sender.origin ?? null,
  document: sender.documentId ?? null,
  extension_page: sender.url?.startsWith(home) ?? false,
});

chrome.runtime.onMessage.addListener((message, sender, reply) => {
  if (sender.id !== chrome.runtime.id) return false;
  ready()
    .then(() => on_message(JSON.stringify(message), JSON.stringify(stamp(sender))))
    .then(async (answer) => {
      await kept();
      reply(JSON.parse(answer));
    })
    .catch((reason) => {
      console.error(reason);
      reply(null);
    });
  return true;
});

const wake = () => void ready().then(() => on_wake());
chrome.runtime.onInstalled.addListener(({ reason }) => {
  // It is told once, and the browser may end this worker before the module is loaded: the next one finds the note.
  const noted = chrome.storage.local.set({ installed: JSON.stringify(reason) });
  void noted.then(ready).then(() => on_installed());
});
chrome.runtime.onStartup.addListener(wake);
chrome.alarms.onAlarm.addListener(wake);
chrome.storage.onChanged.addListener((changes, area) => {
  if (area === "managed" || (area === "local" && "settings" in changes)) wake();
});
chrome.permissions.onAdded.addListener(wake);
chrome.permissions.onRemoved.addListener(wake);
chrome.tabs.onRemoved.addListener((tab) => void ready().then(() => on_tab_removed(tab)));
// The browser tells addresses of the hosts that the manifest asks access to, and of no others. Of
// those it only tells that a tab left: news to a worker that runs, and the next one looks itself.
chrome.tabs.onUpdated.addListener((tab, { status, url }, { url: shown }) => {
  if (url) void ready().then(() => on_address(tab, url));
  else if (status === "loading" && !shown && starting) void starting.then(() => on_address(tab, ""));
});

chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: true }).catch(console.error);
