-- Several master keys by id, the record, leases. From release 0.1.0.

-- Who wrapped the data key; '' is release 0.1.0, which knew one master key.
ALTER TABLE connection ADD COLUMN key_id TEXT NOT NULL DEFAULT '';
-- Until when somebody watches, at whichever instance.
ALTER TABLE connection ADD COLUMN watched_until INTEGER NOT NULL DEFAULT 0;
CREATE INDEX connection_key_id ON connection (key_id);
CREATE INDEX connection_unused ON connection (created_at) WHERE signed_in = 0;

-- A value for each master key that opens only with it.
CREATE TABLE master_key (
    id          TEXT PRIMARY KEY,
    proof       BLOB NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO master_key (id, proof) SELECT '', sealed FROM proof;
DROP TABLE proof;

-- The record: entries are added and never changed; they go with their connection.
CREATE TABLE entry (
    connection  BLOB NOT NULL REFERENCES connection (id) ON DELETE CASCADE,
    number      INTEGER NOT NULL,
    body        TEXT NOT NULL,      -- JSON
    seal        TEXT NOT NULL,      -- SHA-256 of its canonical form, hex
    PRIMARY KEY (connection, number)
) STRICT, WITHOUT ROWID;

-- Where each record ends. Stays when the connection is deleted.
CREATE TABLE chain (
    connection  BLOB PRIMARY KEY,
    entries     INTEGER NOT NULL,
    seal        TEXT NOT NULL,
    ended_at    INTEGER
) STRICT, WITHOUT ROWID;

-- Who does what no two instances may do at once, until when by the database's clock.
CREATE TABLE lease (
    name        TEXT PRIMARY KEY,
    holder      BLOB NOT NULL,
    expires_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Written to find out whether the database can be written.
CREATE TABLE touched (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    at          INTEGER NOT NULL
) STRICT;
