-- Filters that can be followed.

-- A saved search that was made public under a chosen handle; every other filter actor stands for
-- one value of a facet, and came into being when it was first looked up.
ALTER TABLE actor ADD COLUMN saved BOOLEAN NOT NULL DEFAULT FALSE;

-- Other actors of ours whose followers an activity is for as well: whoever came to know a case by
-- a filter hears of its changes from the case's own author.
CREATE TABLE activity_audience (
    seq   BIGINT NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (seq, actor)
);
