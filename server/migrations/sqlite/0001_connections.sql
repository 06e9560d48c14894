-- Times are Unix milliseconds. Every secret is either sealed (XChaCha20-Poly1305) or a SHA-256.

CREATE TABLE connection (
    id          BLOB PRIMARY KEY,
    revision    INTEGER NOT NULL,
    status      TEXT NOT NULL,      -- JSON, exactly what the API answers
    patience    TEXT NOT NULL,      -- JSON, what the checker remembers between two checks
    return_to   TEXT,
    wrapped_key BLOB NOT NULL,      -- the data key, wrapped by the master key
    refresh     BLOB,               -- the refresh token, sealed
    next_check  INTEGER,            -- as in status, for the scheduler
    signed_in   INTEGER NOT NULL,   -- 0 or 1
    created_at  INTEGER NOT NULL
) STRICT;

CREATE INDEX connection_next_check ON connection (next_check) WHERE next_check IS NOT NULL;

CREATE TABLE bearer (
    hash        BLOB PRIMARY KEY,
    connection  BLOB NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
    scope       TEXT NOT NULL CHECK (scope IN ('owner', 'starter', 'watch'))
) STRICT, WITHOUT ROWID;

CREATE INDEX bearer_connection ON bearer (connection);

CREATE TABLE login (
    state       BLOB PRIMARY KEY,   -- SHA-256 of the `state` parameter
    connection  BLOB NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
    browser     BLOB NOT NULL,      -- SHA-256 of the flow cookie
    ticket      BLOB UNIQUE,        -- SHA-256 of the start ticket until it is used
    sealed      BLOB NOT NULL,      -- state, nonce and PKCE verifier
    expires_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX login_connection ON login (connection);
CREATE INDEX login_expires_at ON login (expires_at);

CREATE TABLE handle (
    hash        BLOB PRIMARY KEY,
    connection  BLOB NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
    kind        TEXT NOT NULL CHECK (kind IN ('hand_off', 'return', 'view', 'admin_consent')),
    claimed_at  INTEGER,
    expires_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX handle_connection ON handle (connection);
CREATE INDEX handle_expires_at ON handle (expires_at);

CREATE TABLE proof (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    sealed      BLOB NOT NULL       -- opens only with the right master key
) STRICT;
