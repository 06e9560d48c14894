import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: ["dist/", "target/", "out/", "**/node_modules/"] },
  js.configs.recommended,
  {
    files: ["extension/content/*.js"],
    languageOptions: {
      sourceType: "script",
      globals: {
        ...globals.browser,
        chrome: "readonly",
        boxes: "readonly",
        rows: "readonly",
        innerFrames: "readonly",
        eyes: "readonly",
        hands: "readonly",
        block: "readonly",
        names: "readonly",
        bare: "readonly",
        oneOf: "readonly",
        page: "readonly",
        parts: "readonly",
        pace: "readonly",
        placeBar: "readonly",
        placeCard: "readonly",
      },
    },
    // Each content script defines one name the next ones use.
    rules: { "no-redeclare": ["error", { builtinGlobals: false }], "no-unused-vars": ["error", { vars: "local" }] },
  },
  {
    files: ["extension/background.js", "extension/face/*.js"],
    languageOptions: { globals: { ...globals.browser, chrome: "readonly" } },
  },
  {
    files: ["tests/practice-tenant/assets/**/*.js"],
    ignores: ["tests/practice-tenant/assets/judge.js"],
    languageOptions: { globals: { ...globals.browser, judge: "readonly" } },
  },
  {
    // It defines the name that the others use.
    files: ["tests/practice-tenant/assets/judge.js"],
    languageOptions: { sourceType: "script", globals: globals.browser },
    rules: { "no-unused-vars": ["error", { vars: "local" }] },
  },
  {
    files: ["tests/**/*.mjs", "bench/**/*.mjs", "eslint.config.js"],
    // The robot's functions for `evaluate` run in a page.
    languageOptions: { globals: { ...globals.node, ...globals.browser, chrome: "readonly" } },
  },
];
