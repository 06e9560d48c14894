-- Who looked at what the observer reads, and what they took with them. Times are Unix milliseconds.
CREATE TABLE observer_look (
    tenant      TEXT NOT NULL,
    id          TEXT NOT NULL,      -- begins with the time, so that they stand in its order
    at          INTEGER NOT NULL,
    person      TEXT NOT NULL,      -- object ID in the tenant
    name        TEXT NOT NULL,      -- as it stood in the sign-in
    what        TEXT NOT NULL,      -- what was looked at
    subject     TEXT NOT NULL,      -- an app's object ID, or a format; empty where there is none
    PRIMARY KEY (tenant, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX observer_look_at ON observer_look (at);

-- The history of one app.
CREATE INDEX observer_change_app ON observer_change (tenant, app, number);
