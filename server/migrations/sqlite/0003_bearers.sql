-- Bearers end, and say since when they are there; a sign-in that failed shows its problem and no connection.

ALTER TABLE bearer ADD COLUMN created_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE bearer ADD COLUMN expires_at INTEGER;   -- none for the owner's
CREATE INDEX bearer_expires_at ON bearer (expires_at) WHERE expires_at IS NOT NULL;

-- What earlier releases gave away had no end: it has one from now on, as long as a new one's.
UPDATE bearer SET created_at = (SELECT c.created_at FROM connection c WHERE c.id = bearer.connection);
UPDATE bearer SET expires_at = CAST(unixepoch('subsec') * 1000 AS INTEGER) + 90 * 86400000 WHERE scope = 'starter';
UPDATE bearer SET expires_at = CAST(unixepoch('subsec') * 1000 AS INTEGER) + 30 * 86400000 WHERE scope = 'watch';

ALTER TABLE handle ADD COLUMN problem TEXT;         -- JSON; on a view of a sign-in that failed
