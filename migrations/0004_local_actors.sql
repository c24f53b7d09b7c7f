-- Actors beside the three every instance has: filters that can be followed, and people.

-- The handle as it is looked for: folded, so that case and accents make no difference.
ALTER TABLE actor ADD COLUMN folded TEXT NOT NULL DEFAULT '';
-- A filter's search, as a query string in its one order.
ALTER TABLE actor ADD COLUMN filter TEXT;
-- What a person says of themselves, as JSON.
ALTER TABLE actor ADD COLUMN profile TEXT NOT NULL DEFAULT '{}';
ALTER TABLE actor ADD COLUMN updated_at BIGINT NOT NULL DEFAULT 0;
-- It ended; its id and its handle are not given again.
ALTER TABLE actor ADD COLUMN gone_at BIGINT;

-- The handles so far are host names and slugs: small and plain letters.
UPDATE actor SET folded = lower(handle), updated_at = created_at;
CREATE UNIQUE INDEX actor_folded ON actor (folded);
CREATE INDEX actor_kind ON actor (kind, handle);
CREATE UNIQUE INDEX actor_filter ON actor (filter) WHERE filter IS NOT NULL AND gone_at IS NULL;
