-- What visitors suggest for the directory of networks: a network that is missing, or "this is us".
-- Contacts are for the secretariat alone.
CREATE TABLE suggestion (
    -- ULID.
    id         TEXT PRIMARY KEY,
    -- `network` or `claim`.
    kind       TEXT NOT NULL,
    -- The entry that is claimed or corrected; empty for a new one.
    slug       TEXT NOT NULL,
    name       TEXT NOT NULL,
    website    TEXT NOT NULL,
    message    TEXT NOT NULL,
    contact    TEXT NOT NULL,
    language   TEXT NOT NULL,
    at         BIGINT NOT NULL,
    -- `open` or `done`.
    state      TEXT NOT NULL,
    note       TEXT NOT NULL,
    decided_at BIGINT
);
CREATE INDEX suggestion_state ON suggestion (state, id);

-- A citymaker's page shows what they wrote.
CREATE INDEX comment_actor ON comment (actor, num);

-- Which citymakers our own shown cases name: `ana` or `ana@HOST`, small letters.
CREATE TABLE case_person (
    handle TEXT NOT NULL,
    num    BIGINT NOT NULL,
    PRIMARY KEY (handle, num)
);
CREATE INDEX case_person_num ON case_person (num);
