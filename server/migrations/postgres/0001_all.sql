-- The tables of SQLite's migrations 0001 and 0002, in what PostgreSQL, CockroachDB and YugabyteDB have in
-- common. Each statement stands alone and may run twice: no engine but PostgreSQL changes tables in
-- a transaction. Times are Unix milliseconds. Every secret is either sealed or a SHA-256.

CREATE TABLE IF NOT EXISTS connection (
    id            UUID PRIMARY KEY,
    revision      BIGINT NOT NULL,
    status        TEXT NOT NULL,
    patience      TEXT NOT NULL,
    return_to     TEXT,
    wrapped_key   BYTEA NOT NULL,
    key_id        TEXT NOT NULL,
    refresh       BYTEA,
    next_check    BIGINT,
    signed_in     BOOLEAN NOT NULL,
    watched_until BIGINT NOT NULL DEFAULT 0,
    created_at    BIGINT NOT NULL
);

CREATE INDEX IF NOT EXISTS connection_next_check ON connection (next_check) WHERE next_check IS NOT NULL;

CREATE INDEX IF NOT EXISTS connection_key_id ON connection (key_id);

CREATE INDEX IF NOT EXISTS connection_unused ON connection (created_at) WHERE NOT signed_in;

CREATE TABLE IF NOT EXISTS bearer (
    hash        BYTEA PRIMARY KEY,
    connection  UUID NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
    scope       TEXT NOT NULL CHECK (scope IN ('owner', 'starter', 'watch'))
);

CREATE INDEX IF NOT EXISTS bearer_connection ON bearer (connection);

CREATE TABLE IF NOT EXISTS login (
    state       BYTEA PRIMARY KEY,
    connection  UUID NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
    browser     BYTEA NOT NULL,
    ticket      BYTEA UNIQUE,
    sealed      BYTEA NOT NULL,
    expires_at  BIGINT NOT NULL
);

CREATE INDEX IF NOT EXISTS login_connection ON login (connection);

CREATE INDEX IF NOT EXISTS login_expires_at ON login (expires_at);

CREATE TABLE IF NOT EXISTS handle (
    hash        BYTEA PRIMARY KEY,
    connection  UUID NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
    kind        TEXT NOT NULL CHECK (kind IN ('hand_off', 'return', 'view', 'admin_consent')),
    claimed_at  BIGINT,
    expires_at  BIGINT NOT NULL
);

CREATE INDEX IF NOT EXISTS handle_connection ON handle (connection);

CREATE INDEX IF NOT EXISTS handle_expires_at ON handle (expires_at);

CREATE TABLE IF NOT EXISTS master_key (
    id          TEXT PRIMARY KEY,
    proof       BYTEA NOT NULL
);

CREATE TABLE IF NOT EXISTS entry (
    connection  UUID NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
    number      BIGINT NOT NULL,
    body        TEXT NOT NULL,
    seal        TEXT NOT NULL,
    PRIMARY KEY (connection, number)
);

CREATE TABLE IF NOT EXISTS chain (
    connection  UUID PRIMARY KEY,
    entries     BIGINT NOT NULL,
    seal        TEXT NOT NULL,
    ended_at    BIGINT
);

CREATE TABLE IF NOT EXISTS touched (
    id          BIGINT PRIMARY KEY,
    at          BIGINT NOT NULL
);
