-- What this instance says it publishes, and how it compared others' catalogues with its copies.

-- One row for each public case of ours: when it was last told, and the fingerprint of what was
-- told. Kept with the activity, so that a list of thousands costs no rendering.
CREATE TABLE catalogue (
    uri         TEXT PRIMARY KEY,
    updated     BIGINT NOT NULL,
    fingerprint TEXT NOT NULL
);

-- The last comparison with each followed actor's catalogue.
CREATE TABLE comparison (
    target      TEXT PRIMARY KEY,
    host        TEXT NOT NULL,
    -- `never`, `equal`, `healed`, `failed`, or `unsupported`: it offers no catalogue.
    state       TEXT NOT NULL,
    compared_at BIGINT,
    -- Cases in their catalogue, and those of them that were missing here, different, or gone there.
    theirs      BIGINT NOT NULL,
    missing     BIGINT NOT NULL,
    changed     BIGINT NOT NULL,
    gone        BIGINT NOT NULL,
    -- Differences that could not be healed this time.
    unhealed    BIGINT NOT NULL,
    error       TEXT NOT NULL,
    next_at     BIGINT NOT NULL,
    lease_until BIGINT NOT NULL,
    -- When something was last healed, for people to see.
    healed_at   BIGINT
);
