-- What the observer reads. Times are Unix milliseconds. Nothing here opens anything.

-- Where each tenant's reading stands: JSON.
CREATE TABLE observer (
    tenant      TEXT PRIMARY KEY,
    state       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Where each list of the round stands, its next link included: JSON.
CREATE TABLE observer_list (
    tenant      TEXT NOT NULL,
    list        TEXT NOT NULL,
    state       TEXT NOT NULL,
    PRIMARY KEY (tenant, list)
) STRICT, WITHOUT ROWID;

-- Apps, delegated grants, app role assignments and assignments, all rows of one app side by side.
CREATE TABLE observer_row (
    tenant      TEXT NOT NULL,
    app         TEXT NOT NULL,      -- object ID of the app it belongs to
    kind        TEXT NOT NULL CHECK (kind IN ('app', 'assigned', 'delegated', 'role')),
    id          TEXT NOT NULL,      -- Graph's ID of it
    list        TEXT NOT NULL,      -- the list it was read from
    body        TEXT NOT NULL,      -- JSON, as it was read last
    before      TEXT,               -- JSON, as it was when the round `round` began; NULL if it was not there
    round       INTEGER NOT NULL,   -- the round that saw it last
    pass        INTEGER NOT NULL,   -- the pass through its list that saw it last
    PRIMARY KEY (tenant, app, kind, id)
) STRICT, WITHOUT ROWID;

-- What changed: added and never altered, but for whether a report has stated it.
CREATE TABLE observer_change (
    tenant      TEXT NOT NULL,
    number      INTEGER NOT NULL,
    app         TEXT NOT NULL,
    content     TEXT NOT NULL,      -- SHA-256 of what changed: the same each time it happens
    body        TEXT NOT NULL,      -- JSON
    seal        TEXT NOT NULL,      -- SHA-256 of the seal before it and of its body, hex
    reported    INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX observer_change_content ON observer_change (tenant, content);
CREATE INDEX observer_change_reported ON observer_change (tenant, number) WHERE reported = 0;

-- Up to which change each receiver of alerts has taken them.
CREATE TABLE observer_delivery (
    tenant      TEXT NOT NULL,
    receiver    TEXT NOT NULL,
    number      INTEGER NOT NULL,
    PRIMARY KEY (tenant, receiver)
) STRICT, WITHOUT ROWID;
