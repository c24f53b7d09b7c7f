-- Pictures that stand elsewhere, written anew here so that readers' browsers ask nobody else for them.
-- A row without a picture remembers a try that failed.

CREATE TABLE picture_copy (
    -- Of the address: half of its SHA-256, in hexadecimal.
    tag      TEXT PRIMARY KEY,
    url      TEXT NOT NULL,
    -- That the picture is loaded from.
    host     TEXT NOT NULL,
    -- Uri of the case or actor that shows it.
    owner    TEXT NOT NULL,
    -- Its id in the store of pictures, and its name in its largest size.
    id       TEXT UNIQUE,
    name     TEXT,
    -- Of all sizes together.
    bytes    BIGINT NOT NULL,
    -- Tries that failed in a row, and when the next is made.
    failures BIGINT NOT NULL,
    retry_at BIGINT NOT NULL,
    -- About when it was last asked for.
    used_at  BIGINT NOT NULL
);
CREATE INDEX picture_copy_used ON picture_copy (used_at);
CREATE INDEX picture_copy_owner ON picture_copy (owner);

-- The picture an actor of another server shows of itself.
CREATE TABLE actor_icon (
    actor TEXT PRIMARY KEY,
    tag   TEXT NOT NULL,
    url   TEXT NOT NULL
);
CREATE INDEX actor_icon_tag ON actor_icon (tag);
