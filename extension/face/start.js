// A page's policy allows no inline script, so starting the module needs a file of its own.
import init from "./face.js";

await init({ module_or_path: new URL("face_bg.wasm", import.meta.url) });
