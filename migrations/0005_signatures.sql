-- Both dialects of HTTP signatures, further keys of actors, and their rotation.

-- 'cavage' or 'rfc9421': what worked, or what the host announces.
ALTER TABLE peer ADD COLUMN dialect TEXT;

-- Keys of our actors beside the first RSA pair, which stands in actor: Ed25519 pairs, and all that
-- came by rotation. A retired key is published until its time is over, and signs nothing.
CREATE TABLE actor_key (
    id          TEXT PRIMARY KEY,
    actor       TEXT NOT NULL,
    kind        TEXT NOT NULL,
    private_key TEXT NOT NULL,
    public_key  TEXT NOT NULL,
    created_at  BIGINT NOT NULL,
    retired_at  BIGINT,
    until       BIGINT
);
CREATE INDEX actor_key_actor ON actor_key (actor, created_at);

-- Keys of other servers' actors beside their publicKey: what their assertionMethod lists.
CREATE TABLE remote_key (
    id         TEXT PRIMARY KEY,
    actor      TEXT NOT NULL,
    public_key TEXT NOT NULL,
    fetched_at BIGINT NOT NULL
);
CREATE INDEX remote_key_actor ON remote_key (actor);
