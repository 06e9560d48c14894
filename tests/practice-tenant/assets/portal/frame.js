// The document of a blade in a frame, or of a frame around that frame.
import { blades } from "./blades.js";
import { h, inside } from "./dom.js";
import { frameHost, serveFrame, started } from "./frame-host.js";
import { rebuilding } from "./rebuild.js";

/** Another origin than the outer frame's, as seen in the real portal (facts: portal-dom A). */
const INNER = "https://sandbox-22-5.reactblade.portal.azure.net";

const host = frameHost();
const { item, app, nested } = await started();
const place = document.getElementById("blade");
if (nested) {
  const frame = h("iframe", { class: "fxs-reactview-frame", title: item, src: `${INNER}/${item}.ReactView` });
  serveFrame(frame, host, { item, app });
  place.replaceWith(frame);
} else {
  const blade = await blades[item](inside(place), app, host);
  rebuilding(() => blade.render());
}
