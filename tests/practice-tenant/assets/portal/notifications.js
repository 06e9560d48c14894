// What was announced so far, and who wants to hear of more.

/** @type {{ title: string, text: string }[]} */
export const notifications = [];

const listeners = new Set();

/** Calls `listener` with each new notification. */
export const heard = (listener) => listeners.add(listener);

/** Keeps a notification. */
export const announce = (title, text) => {
  notifications.unshift({ title, text });
  for (const listener of listeners) listener();
};
