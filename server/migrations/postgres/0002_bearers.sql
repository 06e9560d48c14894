-- SQLite's migration 0003. Each statement stands alone and may run twice.

ALTER TABLE bearer ADD COLUMN IF NOT EXISTS created_at BIGINT NOT NULL DEFAULT 0;

ALTER TABLE bearer ADD COLUMN IF NOT EXISTS expires_at BIGINT;

CREATE INDEX IF NOT EXISTS bearer_expires_at ON bearer (expires_at) WHERE expires_at IS NOT NULL;

UPDATE bearer SET created_at = (SELECT c.created_at FROM connection c WHERE c.id = bearer.connection) WHERE created_at = 0;

UPDATE bearer SET expires_at = CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT) + 90 * 86400000::BIGINT WHERE scope = 'starter' AND expires_at IS NULL;

UPDATE bearer SET expires_at = CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT) + 30 * 86400000::BIGINT WHERE scope = 'watch' AND expires_at IS NULL;

ALTER TABLE handle ADD COLUMN IF NOT EXISTS problem TEXT;
