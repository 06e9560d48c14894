"""The service as it would be written with FastAPI and Microsoft's client library: the status of a connection
for the bearer that may read it, from the same store with the same statement. One worker of uvicorn with
uvloop and httptools.

DATABASE is the path of a SQLite file; without it PGHOST, PGUSER and PGDATABASE name a PostgreSQL.
"""

import hashlib
import json
import os
import re
import socket
import sqlite3
import uuid
from contextlib import asynccontextmanager
from functools import cache

import asyncpg
import msal
import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response

READ = "SELECT c.revision, c.status FROM bearer b JOIN connection c ON c.id = b.connection WHERE b.hash = {} AND c.id = {}"
BEARER = re.compile(r"Bearer ([\w-]{43})", re.IGNORECASE)


@cache
def identity():
    """Made when it is first needed: it asks Microsoft who it is."""
    return msal.ConfidentialClientApplication(
        "d62121f3-e023-4972-b6b0-794190c0fd98", client_credential="practice-secret"
    )


database = None


@asynccontextmanager
async def life(_app):
    """Opens the store. A read of SQLite takes some microseconds, so it is made where it is asked for: a thread
    for each would cost more."""
    global database
    if path := os.environ.get("DATABASE"):
        file = sqlite3.connect(f"file:{path}?mode=ro", uri=True, check_same_thread=False)

        async def read(digest, id):
            return file.execute(READ.format("?", "?"), (digest, id.bytes)).fetchone()

        database = read
        yield
    else:
        async with asyncpg.create_pool(min_size=1, max_size=16) as pool:

            async def read(digest, id):
                return await pool.fetchrow(READ.format("$1", "$2"), digest, id)

            database = read
            yield


app = FastAPI(lifespan=life)


@app.get("/connect")
def connect():
    flow = identity().initiate_auth_code_flow(["User.Read"], redirect_uri="http://localhost/oauth/callback")
    return RedirectResponse(flow["auth_uri"])


@app.get("/api/v1/connections/{id}")
async def read(id: uuid.UUID, request: Request):
    bearer = BEARER.fullmatch(request.headers.get("authorization", ""))
    row = bearer and await database(hashlib.sha256(bearer[1].encode()).digest(), id)
    if not row:
        return JSONResponse({"code": "unauthorized"}, 401)
    status = json.loads(row[1])
    status["revision"] = row[0]
    tag = f'"{row[0]}"'
    headers = {"etag": tag, "cache-control": "no-store"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return JSONResponse(status, headers=headers)


if __name__ == "__main__":
    listener = socket.create_server(("127.0.0.1", 0), backlog=1024)
    config = uvicorn.Config(app, loop="uvloop", http="httptools", access_log=False, log_level="warning")
    print(json.dumps({"listening": f"127.0.0.1:{listener.getsockname()[1]}"}), flush=True)
    uvicorn.Server(config).run([listener])
