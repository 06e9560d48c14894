-- The table of SQLite's migration 0005: who looked at what the observer reads.

CREATE TABLE IF NOT EXISTS observer_look (
    tenant      TEXT NOT NULL,
    id          TEXT COLLATE "C" NOT NULL,
    at          BIGINT NOT NULL,
    person      TEXT NOT NULL,
    name        TEXT NOT NULL,
    what        TEXT NOT NULL,
    subject     TEXT NOT NULL,
    PRIMARY KEY (tenant, id)
);

CREATE INDEX IF NOT EXISTS observer_look_at ON observer_look (at);

CREATE INDEX IF NOT EXISTS observer_change_app ON observer_change (tenant, app, number);
