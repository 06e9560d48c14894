// Stands in for the core, so that content scripts and faces can be told anything: it hears every
// message, answers a hello with what to look for, and decides nothing. It can be told to leave what was seen unanswered,
// what to do when something is seen, what to paint at once, and to know no page.

globalThis.heard = [];

const look = {
  attributes: ["id", "name", "value", "data-telemetryname"],
  probes: [
    { key: "aadsts", select: "body", pattern: "AADSTS(\\d+)" },
    { key: "pgid", select: "script:not([src])", pattern: '"pgid":"([A-Za-z]+)"' },
  ],
  limit: 400,
  text: 240,
  id: "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
  awaited: "Grant\\sadmin\\sconsent",
};

export default async function init() {}
export function start() {}
export async function on_address() {}
export function on_installed() {}
export async function on_wake() {}
export async function on_tab_removed() {}
export async function kept() {}

export async function on_message(text, from) {
  const message = JSON.parse(text);
  globalThis.heard.push({ message, sender: JSON.parse(from) });
  if (message.saw) globalThis.seeing?.(message.saw);
  if (message.saw && globalThis.answering == "no") await new Promise(() => {});
  if (message.hello && globalThis.unknown) return JSON.stringify({ rest: true, unknown: true });
  if (message.saw && globalThis.ignoring) return "null";
  return JSON.stringify(message.hello ? { look, paint: globalThis.painted } : { judged: !!message.saw });
}
