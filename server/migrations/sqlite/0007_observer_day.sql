-- What a look at all apps of a tenant said, once a day.
CREATE TABLE observer_day (
    tenant      TEXT NOT NULL,
    day         TEXT NOT NULL,      -- 2026-11-30, UTC
    body        TEXT NOT NULL,      -- JSON: how many apps have which risk
    PRIMARY KEY (tenant, day)
) STRICT, WITHOUT ROWID;
