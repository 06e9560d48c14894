// What Consentry is measured beside, each made into one script by the bundler its makers' users use.

import { build } from "./peers/node_modules/esbuild/lib/main.js";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

export const PEERS = { driver: "driver.js", shepherd: "Shepherd", intro: "Intro.js", joyride: "react-joyride" };

/** @returns by name, the script of each peer and what it weighs: bytes, and bytes of brotli */
export async function bundled() {
  const made = Object.keys(PEERS).map(async (name) => {
    const { outputFiles } = await build({
      entryPoints: [join(import.meta.dirname, "peers", `${name}.mjs`)],
      bundle: true,
      minify: true,
      format: "iife",
      write: false,
      loader: { ".css": "text" },
      define: { "process.env.NODE_ENV": '"production"' },
    });
    const [{ contents, text }] = outputFiles;
    return [name, { script: text, raw: contents.length, brotli: brotliCompressSync(contents).length }];
  });
  return Object.fromEntries(await Promise.all(made));
}
