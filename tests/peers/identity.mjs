// Microsoft's own client for Node.js, as it asks for a token of a managed identity. One line of JSON comes out.
//
// Settings come as JSON in the first argument: resource, and client where the identity is user-assigned.

import { ManagedIdentityApplication } from "@azure/msal-node";

const { resource, client } = JSON.parse(process.argv[2]);
const app = new ManagedIdentityApplication(client ? { managedIdentityIdParams: { userAssignedClientId: client } } : {});
const { accessToken, expiresOn } = await app.acquireToken({ resource });
console.log(JSON.stringify({ source: app.getManagedIdentitySource(), accessToken, expiresOn }));
