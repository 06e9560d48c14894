// The document of a blade in a frame.
import { blades } from "./blades.js";
import { frameHost, started } from "./frame-host.js";
import { rebuilding } from "./rebuild.js";

const host = frameHost();
const { item, app } = await started();
const blade = await blades[item](document.getElementById("blade"), app, host);
rebuilding(() => blade.render());
