// Microsoft's own client for Node.js, against the practice tenant. Two lines of JSON come out: where to
// sign in, and what came of it; one line goes in: the parameters of the way back.
//
// Settings come as JSON in the first argument: address, port, ca, authority, client, secret, redirect,
// scopes.

import https from "node:https";
import readline from "node:readline/promises";
import { ConfidentialClientApplication, CryptoProvider } from "@azure/msal-node";

const settings = JSON.parse(process.argv[2]);
const asked = [];

/** Sends what the library asks for to the practice tenant, whatever host it is meant for. */
function send(method, url, options = {}) {
  const { hostname, pathname, search } = new URL(url);
  asked.push(`${method} ${hostname}${pathname}`);
  return new Promise((resolve, reject) => {
    const request = https.request(
      {
        method,
        host: settings.address,
        port: settings.port,
        servername: hostname,
        path: pathname + search,
        headers: { ...options.headers, host: hostname },
        ca: settings.ca,
      },
      (response) => {
        const chunks = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.on("end", () => {
          const text = Buffer.concat(chunks).toString();
          resolve({ headers: response.headers, body: JSON.parse(text), status: response.statusCode });
        });
      },
    );
    request.on("error", reject);
    request.end(options.body);
  });
}

const app = new ConfidentialClientApplication({
  auth: { clientId: settings.client, authority: settings.authority, clientSecret: settings.secret },
  system: {
    networkClient: {
      sendGetRequestAsync: (url, options) => send("GET", url, options),
      sendPostRequestAsync: (url, options) => send("POST", url, options),
    },
  },
});
const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
const shared = { scopes: settings.scopes, redirectUri: settings.redirect };
const url = await app.getAuthCodeUrl({
  ...shared,
  responseMode: "query",
  codeChallenge: challenge,
  codeChallengeMethod: "S256",
  state: "of-the-peer",
});
console.log(JSON.stringify({ url }));

const lines = readline.createInterface({ input: process.stdin });
const back = JSON.parse((await lines[Symbol.asyncIterator]().next()).value);
lines.close();
const code = await app.acquireTokenByCode({ ...shared, code: back.code, codeVerifier: verifier });
const silent = await app.acquireTokenSilent({ account: code.account, scopes: settings.scopes, forceRefresh: true });
const own = await app.acquireTokenByClientCredential({ scopes: ["https://graph.microsoft.com/.default"] });
console.log(
  JSON.stringify({
    state: back.state,
    tenant: code.tenantId,
    account: code.account.username,
    access: code.accessToken,
    refreshed: silent.accessToken,
    own: own.accessToken,
    asked,
  }),
);
