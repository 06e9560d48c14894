// Microsoft's own Graph client for Node.js, against the practice tenant: it reads whole lists and deltas, page by page,
// with its own iterator. A line of JSON comes out with what it read; a line goes in when something has changed, and
// another comes out with what it heard of that.
//
// Settings come as JSON in the first argument: address, port, ca, token.

import https from "node:https";
import readline from "node:readline/promises";
import { Client, PageIterator } from "@microsoft/microsoft-graph-client";

const settings = JSON.parse(process.argv[2]);

/** Sends what the client fetches to the practice tenant, whatever host it is meant for. */
globalThis.fetch = (url, options = {}) => {
  const { hostname, pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    const request = https.request(
      {
        method: options.method ?? "GET",
        host: settings.address,
        port: settings.port,
        servername: hostname,
        path: pathname + search,
        headers: { ...Object.fromEntries(new Headers(options.headers)), host: hostname },
        ca: settings.ca,
      },
      (response) => {
        const chunks = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.on("end", () => {
          const { statusCode: status, headers } = response;
          resolve(new Response(Buffer.concat(chunks), { status, headers }));
        });
      },
    );
    request.on("error", reject);
    request.end(options.body);
  });
};

const client = Client.init({ authProvider: (done) => done(null, settings.token) });

/** Every item from a first page on, and what the iterator knows at the end. It sends the headers only where it is told. */
async function all(first, headers) {
  const items = [];
  const pages = new PageIterator(client, first, (item) => items.push(item) > 0, { headers });
  await pages.iterate();
  return { items, link: pages.getDeltaLink(), complete: pages.isComplete() };
}

const advanced = { ConsistencyLevel: "eventual" };
const counted = (path) => client.api(path).headers(advanced).count(true).top(999).get();

const read = {};
const links = {};
for (const list of ["/servicePrincipals", "/oauth2PermissionGrants"]) {
  const first = await counted(list);
  const { items, complete } = await all(first, advanced);
  const without = await all(await counted(list));
  const whole = await all(await client.api(`${list}/delta`).get());
  links[list] = whole.link;
  read[list] = {
    rows: items.length,
    said: first["@odata.count"],
    complete,
    delta: whole.items.length,
    without: without.items.length,
  };
}
console.log(JSON.stringify(read));

const lines = readline.createInterface({ input: process.stdin });
await lines[Symbol.asyncIterator]().next();
lines.close();
const changed = {};
for (const [list, link] of Object.entries(links)) {
  const { items } = await all(await client.api(link).get());
  changed[list] = items;
}
console.log(JSON.stringify(changed));
