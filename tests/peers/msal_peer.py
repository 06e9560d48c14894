"""Microsoft's own client for Python, against the practice tenant. Two lines of JSON come out: where to
sign in, and what came of it; one line goes in: the parameters of the way back.

Settings come as JSON in the first argument: address, port, authority, client, secret, redirect, scopes.
The certificate authority comes by REQUESTS_CA_BUNDLE.
"""

import json
import socket
import sys

import msal

settings = json.loads(sys.argv[1])
lookup = socket.getaddrinfo


def here(host, port, *rest, **more):
    """Every host is the practice tenant."""
    return lookup(settings["address"], settings["port"], *rest, **more)


socket.getaddrinfo = here

app = msal.ConfidentialClientApplication(
    settings["client"],
    authority=settings["authority"],
    client_credential=settings["secret"],
    instance_discovery=False,
    client_capabilities=["cp1"],
)
flow = app.initiate_auth_code_flow(settings["scopes"], redirect_uri=settings["redirect"], response_mode="query")
print(json.dumps({"url": flow["auth_uri"]}), flush=True)

back = json.loads(sys.stdin.readline())
result = app.acquire_token_by_auth_code_flow(flow, back)
if "error" in result:
    sys.exit(f"the code was not redeemed: {result}")
silent = app.acquire_token_silent_with_error(settings["scopes"], app.get_accounts()[0], force_refresh=True)
own = app.acquire_token_for_client(["https://graph.microsoft.com/.default"])
print(
    json.dumps(
        {
            "tenant": result["id_token_claims"]["tid"],
            "account": result["id_token_claims"]["preferred_username"],
            "access": result["access_token"],
            "refreshed": silent["access_token"],
            "own": own["access_token"],
        }
    )
)
