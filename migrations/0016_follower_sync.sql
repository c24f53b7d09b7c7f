-- Actors elsewhere who told, with something they sent, which followers they have here (FEP-8fcf),
-- when that was not what is held here: to be compared, at most every few hours.
CREATE TABLE follower_sync (
    actor      TEXT PRIMARY KEY,
    -- Ids of all its followers, and of those here, as it told them.
    collection TEXT NOT NULL,
    url        TEXT NOT NULL,
    digest     TEXT NOT NULL,
    -- When to look; NULL when nothing is to be done.
    next_try   BIGINT,
    attempts   BIGINT NOT NULL,
    -- When it was last looked at to the end, and what came of that.
    checked_at BIGINT,
    outcome    TEXT NOT NULL
);
CREATE INDEX follower_sync_due ON follower_sync (next_try);

-- What former followers asked with, so that a Reject can name it.
ALTER TABLE former_follower ADD COLUMN follow_id TEXT NOT NULL DEFAULT '';

-- Likes and boosts of hosts that are blocked or limited are kept and not counted.
ALTER TABLE reaction ADD COLUMN silenced BOOLEAN NOT NULL DEFAULT FALSE;
