-- When each case last changed for harvesters, also of cases that are no longer shown: they are told
-- of as deleted for ever.
CREATE TABLE harvest (
    uri  TEXT PRIMARY KEY,
    num  BIGINT NOT NULL,
    -- Whole seconds, as milliseconds.
    at   BIGINT NOT NULL,
    gone BOOLEAN NOT NULL,
    -- ' topic:cycling sdg:11 ', as it was when it was last shown.
    sets TEXT NOT NULL
);
CREATE INDEX harvest_at ON harvest (at, num);
CREATE INDEX harvest_num ON harvest (num);

-- The cases that are there by now are entered first, in the order of their numbers; then what
-- changed since.
INSERT INTO reader (name, seq) VALUES ('harvest-fill', 0);
INSERT INTO reader (name, seq) SELECT 'harvest', value FROM counter WHERE name = 'change';
