-- The tables of SQLite's migration 0005: where deltas stand.

CREATE TABLE IF NOT EXISTS observer_cursor (
    tenant      TEXT NOT NULL,
    list        TEXT NOT NULL,
    state       TEXT NOT NULL,
    PRIMARY KEY (tenant, list)
);

CREATE TABLE IF NOT EXISTS observer_noticed (
    tenant      TEXT NOT NULL,
    list        TEXT NOT NULL,
    id          TEXT COLLATE "C" NOT NULL,
    body        TEXT NOT NULL,
    PRIMARY KEY (tenant, list, id)
);

CREATE INDEX IF NOT EXISTS observer_row_list ON observer_row (tenant, list) WHERE kind IN ('assigned', 'role');
