-- The tables of SQLite's migration 0004: what the observer reads.

CREATE TABLE IF NOT EXISTS observer (
    tenant      TEXT PRIMARY KEY,
    state       TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS observer_list (
    tenant      TEXT NOT NULL,
    list        TEXT NOT NULL,
    state       TEXT NOT NULL,
    PRIMARY KEY (tenant, list)
);

CREATE TABLE IF NOT EXISTS observer_row (
    tenant      TEXT NOT NULL,
    app         TEXT COLLATE "C" NOT NULL,
    kind        TEXT COLLATE "C" NOT NULL CHECK (kind IN ('app', 'assigned', 'delegated', 'role')),
    id          TEXT COLLATE "C" NOT NULL,
    list        TEXT NOT NULL,
    body        TEXT NOT NULL,
    before      TEXT,
    round       BIGINT NOT NULL,
    pass        BIGINT NOT NULL,
    PRIMARY KEY (tenant, app, kind, id)
);

CREATE TABLE IF NOT EXISTS observer_change (
    tenant      TEXT NOT NULL,
    number      BIGINT NOT NULL,
    app         TEXT NOT NULL,
    content     TEXT NOT NULL,
    body        TEXT NOT NULL,
    seal        TEXT NOT NULL,
    reported    BOOLEAN NOT NULL DEFAULT FALSE,
    PRIMARY KEY (tenant, number)
);

CREATE INDEX IF NOT EXISTS observer_change_content ON observer_change (tenant, content);

CREATE INDEX IF NOT EXISTS observer_change_reported ON observer_change (tenant, number) WHERE NOT reported;

CREATE TABLE IF NOT EXISTS observer_delivery (
    tenant      TEXT NOT NULL,
    receiver    TEXT NOT NULL,
    number      BIGINT NOT NULL,
    PRIMARY KEY (tenant, receiver)
);
