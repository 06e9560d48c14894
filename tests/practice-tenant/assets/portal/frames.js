// Blades in frames of another origin. The shell makes one ready ahead of time and keeps some that were left, all
// hidden: only the one with `fxs-reactview-frame-active` is shown. Its name is the blade's; its address says the
// language and whose shell it stands in (attributes as seen in weixian-zhang/azure-portal-use,
// misc_tests/test_playwright/raw_html_as_rag.txt, November 2025).
import { config } from "./config.js";
import { h } from "./dom.js";
import { serveFrame } from "./frame-host.js";
import { shellHost } from "./shell-host.js";

const VIEWS = {
  Permissions: "AppPermissions.ReactView",
  Properties: "AppProperties.ReactView",
  Users: "AppUsersAndGroups.ReactView",
};

/** Whether an item's blade lives in a frame. */
export const isFramed = (item) => {
  if (config.framed === false || !(item in VIEWS)) return false;
  if (item === "Permissions") return config.permissionsBlade === "react";
  return item === "Users" || config.framed === "all";
};

const SHOWN = [
  "fxs-reactview-frame-active",
  "fxs-blade-floated-frame",
  "fxs-floated-frame",
  "fxs-blade-floated-menuframe",
];

const SANDBOX =
  "allow-scripts allow-popups allow-modals allow-forms allow-popups-to-escape-sandbox allow-downloads allow-presentation allow-same-origin";

/** So many frames of blades that were left stay. */
const KEPT = 2;

const session = crypto.randomUUID().replaceAll("-", "");
let made = 0;

const frameOf = (name) => {
  made += 1;
  const query = [
    "reactView=true",
    "retryCount=0",
    `l=${config.display}`,
    `trustedAuthority=${location.origin}`,
    "contentHash=practice",
    `reactIndex=${made - 1}`,
    `sessionId=${session}`,
  ];
  return h("iframe", {
    id: `_react_frame_${made}`,
    class: "fxs-part-frame",
    role: "presentation",
    sandbox: SANDBOX,
    allow: "clipboard-read; clipboard-write",
    name,
    src: `https://sandbox-${(made % 4) + 1}.reactblade.portal.azure.net/React/Index?${query.join("&")}#postParams/`,
  });
};

const hide = (frame) => {
  frame.classList.remove(...SHOWN);
  frame.classList.add("fxs-display-none");
};

/** The frames of a shell. */
export const frames = (shell) => {
  const left = [];
  /** A frame that no blade has taken yet. */
  const prewarm = () => {
    const frame = frameOf("");
    hide(frame);
    shell.journey.append(frame);
  };
  const leave = (frame) => {
    if (!shell.journey || !config.otherFrames) return frame.remove();
    hide(frame);
    left.push(frame);
    if (left.length > KEPT) left.shift().remove();
  };
  if (shell.journey && config.otherFrames) prewarm();
  return {
    /** Shows the blade of an item over a blade's content; the answer ends it. */
    show: (content, item, app) => {
      const frame = frameOf(VIEWS[item]);
      frame.classList.add(...SHOWN);
      const unserve = serveFrame(frame, shellHost, { item, app, nested: config.framed === "nested" });
      const unlay = shell.float(frame, content);
      return () => {
        unserve();
        unlay();
        leave(frame);
      };
    },
  };
};
