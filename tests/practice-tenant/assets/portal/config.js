// What the server says about this page: labels, tenant, and the scenario's markup choices.
const text = document.getElementById("practice").textContent;

export const config = JSON.parse(text);

/** A label in the page's language. A name may hold what `replace` would take for a pattern. */
export const say = (label) => (config.labels[label] ?? label).replace("{0}", () => config.tenant.name);

/** One of the markup choices that the churn seed makes. */
export const variant = (bit) => ((config.seed >> bit) & 1) === 1;
