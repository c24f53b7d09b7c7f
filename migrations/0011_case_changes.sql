-- Which cases changed, in the order of commits: what every process keeps of the catalogue in
-- memory is brought up to date from here.
INSERT INTO counter (name, value) VALUES ('change', 0);

-- The last change of each case, also of one that is gone; cases that did not change since this
-- table came have no row.
CREATE TABLE case_change (
    num BIGINT PRIMARY KEY,
    seq BIGINT NOT NULL
);
CREATE INDEX case_change_seq ON case_change (seq);
