-- Sheets of cases that people bring in: read, matched to fields and looked at before anything of
-- them becomes a case.

CREATE TABLE import (
    id         TEXT PRIMARY KEY,
    -- Account and handle of whom it belongs to.
    account    TEXT NOT NULL,
    handle     TEXT NOT NULL,
    -- Name of the file, as it was sent.
    file       TEXT NOT NULL,
    -- 'open', 'done' or 'undone'.
    state      TEXT NOT NULL,
    made_at    BIGINT NOT NULL,
    done_at    BIGINT,
    -- An open one is forgotten then; a finished one can be looked at until then.
    expires_at BIGINT NOT NULL,
    -- How many rows became what, as JSON, once it is done.
    outcome    TEXT NOT NULL,
    -- Which sheet, which column is which field, what is chosen for single rows: JSON.
    choices    TEXT NOT NULL,
    -- The cells as JSON; empty once it is done.
    sheets     TEXT NOT NULL
);
CREATE INDEX import_account ON import (account, made_at);
CREATE INDEX import_expires ON import (expires_at);

-- What rows became, so that it can be shown and taken back.
CREATE TABLE import_row (
    import     TEXT NOT NULL REFERENCES import (id) ON DELETE CASCADE,
    -- As the spreadsheet counts.
    line       BIGINT NOT NULL,
    title      TEXT NOT NULL,
    -- 'drafted', 'published' or 'revised'.
    made       TEXT NOT NULL,
    -- Id in the schema of a published case; empty for a draft.
    case_key   TEXT NOT NULL,
    -- Of a draft; empty for a published case.
    manuscript TEXT NOT NULL,
    -- The revision of the case, or the version of the draft, that it made.
    revision   BIGINT NOT NULL,
    PRIMARY KEY (import, line)
);

-- Which column is which field, by the name that somebody gave to where such sheets come from.
CREATE TABLE import_source (
    name    TEXT PRIMARY KEY,
    -- Of the names of its columns.
    headers TEXT NOT NULL,
    -- JSON.
    mapping TEXT NOT NULL,
    handle  TEXT NOT NULL,
    used_at BIGINT NOT NULL
);
CREATE INDEX import_source_headers ON import_source (headers, used_at);

-- Where a case was published before, to find it again when its source sends it once more.
ALTER TABLE case_study ADD COLUMN source_url TEXT;
CREATE INDEX case_study_source ON case_study (source_url) WHERE source_url IS NOT NULL;
