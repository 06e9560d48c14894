-- Where each delta stands: JSON with the link to ask next.
CREATE TABLE observer_cursor (
    tenant      TEXT NOT NULL,
    list        TEXT NOT NULL,
    state       TEXT NOT NULL,
    PRIMARY KEY (tenant, list)
) STRICT, WITHOUT ROWID;

-- Objects that a delta named and that were not looked at yet, or not for the last time.
CREATE TABLE observer_noticed (
    tenant      TEXT NOT NULL,
    list        TEXT NOT NULL,
    id          TEXT NOT NULL,
    body        TEXT NOT NULL,      -- JSON: what the delta said of it
    PRIMARY KEY (tenant, list, id)
) STRICT, WITHOUT ROWID;

-- The rows of one API or app, when its list is read alone. The long lists are never read so.
CREATE INDEX observer_row_list ON observer_row (tenant, list) WHERE kind IN ('assigned', 'role');
