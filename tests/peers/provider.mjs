// An OpenID Provider by others (npm `oidc-provider`), with the addresses of a tenant of Microsoft's.
// Whoever comes is signed in and agrees at once. Prints one line of JSON when it listens; GET /control
// tells what it was asked.
//
// Settings come as JSON in the first argument: tenant, client, redirect, secret or certificate (PEM).

import { createPublicKey, X509Certificate } from "node:crypto";
import http from "node:http";
import { Provider, interactionPolicy } from "oidc-provider";

const settings = JSON.parse(process.argv[2] ?? "{}");
const mount = `/${settings.tenant}/v2.0`;
const seen = { grants: [], refused: 0, revoked: 0, methods: [] };

const server = http.createServer();
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${server.address().port}`;

const scopes = ["openid", "offline_access", "profile", "Sites.Manage.All", `${origin}/.default`];
const client = {
  client_id: settings.client,
  redirect_uris: [settings.redirect],
  grant_types: ["authorization_code", "refresh_token", "client_credentials"],
  response_types: ["code"],
  scope: scopes.join(" "),
};
if (settings.certificate) {
  const key = createPublicKey(
    new X509Certificate(settings.certificate).publicKey.export({ type: "spki", format: "pem" }),
  );
  client.token_endpoint_auth_method = "private_key_jwt";
  client.token_endpoint_auth_signing_alg = "PS256";
  client.jwks = { keys: [{ ...key.export({ format: "jwk" }), use: "sig" }] };
} else {
  client.token_endpoint_auth_method = "client_secret_post";
  client.client_secret = settings.secret;
}

const policy = interactionPolicy.base();
policy.add(new interactionPolicy.Prompt({ name: "select_account", requestable: true }), 0);

const provider = new Provider(`${origin}${mount}`, {
  clients: [client],
  scopes,
  claims: { openid: ["sub", "tid", "ver", "oid"], profile: ["preferred_username", "name"] },
  conformIdTokenClaims: false,
  clientAuthMethods: ["client_secret_post", "private_key_jwt"],
  enabledJWA: { clientAuthSigningAlgValues: ["PS256"] },
  pkce: { required: () => true },
  rotateRefreshToken: true,
  issueRefreshToken: async () => true,
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    revocation: { enabled: true },
    claimsParameter: { enabled: false },
  },
  interactions: { policy, url: (_, interaction) => `${mount}/interaction/${interaction.uid}` },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => ({
      sub: id,
      tid: settings.tenant,
      oid: id,
      ver: "2.0",
      preferred_username: "adele@birchwood.example",
    }),
  }),
});
provider.on("grant.success", (ctx) => {
  seen.grants.push(ctx.oidc.params.grant_type);
  seen.methods.push(ctx.oidc.params.client_assertion ? "private_key_jwt" : "client_secret_post");
});
provider.on("grant.error", () => (seen.refused += 1));
provider.on("refresh_token.destroyed", () => (seen.revoked += 1));

async function agree(request, response) {
  const { params, grantId } = await provider.interactionDetails(request, response);
  const grant = grantId
    ? await provider.Grant.find(grantId)
    : new provider.Grant({ accountId: "adele", clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  const result = {
    login: { accountId: "adele" },
    select_account: {},
    consent: { grantId: await grant.save() },
  };
  await provider.interactionFinished(request, response, result);
}

const handle = provider.callback();
server.on("request", (request, response) => {
  if (request.url === "/control") {
    response.setHeader("content-type", "application/json").end(JSON.stringify(seen));
  } else if (request.url.startsWith(`${mount}/interaction/`)) {
    agree(request, response).catch((error) => response.writeHead(500).end(String(error)));
  } else if (request.url.startsWith(mount)) {
    request.originalUrl = request.url;
    request.baseUrl = mount;
    request.url = request.url.slice(mount.length) || "/";
    handle(request, response);
  } else {
    response.writeHead(404).end();
  }
});
console.log(JSON.stringify({ origin }));
