// What the server says about this page: labels, tenant, and the scenario's markup choices.
const { markup, ...told } = JSON.parse(document.getElementById("practice").textContent);

export const config = { ...told, ...markup };

/** A label in the page's language, about the tenant or about `name`. A name may hold what `replace` takes for a pattern. */
export const say = (label, name = config.tenant.name) => (config.labels[label] ?? label).replace("{0}", () => name);
