// The document of a blade in a frame, or of a frame around that frame.
import { blades } from "./blades.js";
import { h, inside } from "./dom.js";
import { fluent } from "./fluent.js";
import { frameHost, serveFrame, started } from "./frame-host.js";
import { rebuilding } from "./rebuild.js";

/** Another host than the outer frame's, of a form that was seen as well. */
const INNER = "https://sandbox-22-5.reactblade.portal.azure.net";

const host = frameHost();
const { item, app, nested } = await started();
const place = document.getElementById("blade");
// The shell around it says already what this is.
document.body.classList.add("framed");
if (nested) {
  const frame = h("iframe", {
    class: "fxs-reactview-frame",
    name: window.name,
    src: `${INNER}/React/Index${location.search}${location.hash}`,
  });
  serveFrame(frame, host, { item, app });
  place.replaceWith(frame);
} else {
  const blade = await blades[item](inside(place), app, host, fluent);
  rebuilding(() => blade.render());
}
