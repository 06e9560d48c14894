-- The table of SQLite's migration 0007: what a look at all apps said, once a day.

CREATE TABLE IF NOT EXISTS observer_day (
    tenant      TEXT NOT NULL,
    day         TEXT COLLATE "C" NOT NULL,
    body        TEXT NOT NULL,
    PRIMARY KEY (tenant, day)
);
