// The service as it would be written with Express and Microsoft's client library: the status of a connection
// for the bearer that may read it, from the same store with the same statement. One process, as Node.js runs.
//
// DATABASE is the path of a SQLite file; without it PGHOST, PGUSER and PGDATABASE name a PostgreSQL.

import { createHash } from "node:crypto";
import { ConfidentialClientApplication } from "@azure/msal-node";
import { DatabaseSync } from "@photostructure/sqlite";
import express from "express";
import pg from "pg";

const identity = new ConfidentialClientApplication({
  auth: { clientId: "d62121f3-e023-4972-b6b0-794190c0fd98", clientSecret: "practice-secret" },
});

// Held here: a statement alone does not keep its database open.
const database = process.env.DATABASE && new DatabaseSync(process.env.DATABASE, { readOnly: true });

/** The row of a connection, if the bearer is one of its own. */
function reader() {
  if (database) {
    const statement = database.prepare(
      "SELECT c.revision, c.status FROM bearer b JOIN connection c ON c.id = b.connection WHERE b.hash = ? AND c.id = ?",
    );
    return async (hash, id) => statement.get(hash, Buffer.from(id.replaceAll("-", ""), "hex"));
  }
  const pool = new pg.Pool({ max: 16 });
  const text =
    "SELECT c.revision, c.status FROM bearer b JOIN connection c ON c.id = b.connection WHERE b.hash = $1 AND c.id = $2";
  return async (hash, id) => (await pool.query({ name: "read", text, values: [hash, id] })).rows[0];
}

const read = reader();
const app = express();
app.disable("x-powered-by");

app.get("/connect", async (_request, response) => {
  const redirectUri = "http://localhost/oauth/callback";
  response.redirect(await identity.getAuthCodeUrl({ scopes: ["openid"], redirectUri }));
});

app.get("/api/v1/connections/:id", async (request, response) => {
  const bearer = /^Bearer ([\w-]{43})$/i.exec(request.get("authorization") ?? "");
  const is_id = /^[0-9a-f-]{36}$/.test(request.params.id);
  const row = bearer && is_id && (await read(createHash("sha256").update(bearer[1]).digest(), request.params.id));
  if (!row) {
    response.status(401).json({ code: "unauthorized" });
    return;
  }
  const status = JSON.parse(row.status);
  status.revision = Number(row.revision);
  const tag = `"${status.revision}"`;
  response.set("etag", tag).set("cache-control", "no-store");
  if (request.get("if-none-match") === tag) {
    response.status(304).end();
    return;
  }
  response.json(status);
});

const server = app.listen(0, "127.0.0.1", () => {
  console.log(JSON.stringify({ listening: `127.0.0.1:${server.address().port}` }));
});
