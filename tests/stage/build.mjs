// What `cargo xtask test` built for the tests.

/** @returns {{browser: string, extension: string, server: string, tenant: string, entry: string, profile: string, cases: string}} */
export function build() {
  const built = process.env.CONSENTRY_STAGE;
  if (!built) throw new Error("these tests need what was built: run `cargo xtask test --only browser`");
  return JSON.parse(built);
}
