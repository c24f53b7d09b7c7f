-- Manuscripts: working copies of cases, on their way from their authors to the public. What has
-- been published stands in case_study and does not change with them.

CREATE TABLE manuscript (
    id           TEXT PRIMARY KEY,
    -- The id in the schema of the case it becomes or revises.
    case_key     TEXT,
    state        TEXT NOT NULL,
    -- Of the newest version, whose text this is.
    version      BIGINT NOT NULL,
    draft        TEXT NOT NULL,
    -- From the draft, for lists.
    title        TEXT NOT NULL,
    language     TEXT NOT NULL,
    -- How many of the required fields are there, and how many of what was refused or wanted is not.
    done         BIGINT NOT NULL,
    lacking      BIGINT NOT NULL,
    -- Account and handle of who began it.
    made_by      TEXT NOT NULL,
    made_at      BIGINT NOT NULL,
    changed_at   BIGINT NOT NULL,
    -- Since when it is in its state: the queue goes by it.
    state_at     BIGINT NOT NULL,
    -- Account and handle of who took it.
    reviewer     TEXT,
    reviewer_handle TEXT,
    -- When an approved one is published by itself, and who wanted that.
    publish_at   BIGINT,
    scheduled_by TEXT,
    -- A later revision of the same case was published: this one is history.
    past         BOOLEAN NOT NULL
);
CREATE INDEX manuscript_state ON manuscript (state, state_at, id);
CREATE INDEX manuscript_due ON manuscript (publish_at) WHERE publish_at IS NOT NULL;
-- Of one case there is one revision in the making at a time.
CREATE UNIQUE INDEX manuscript_open ON manuscript (case_key)
    WHERE case_key IS NOT NULL AND state NOT IN ('published', 'rejected', 'withdrawn');
CREATE INDEX manuscript_case ON manuscript (case_key, state_at);

CREATE TABLE manuscript_author (
    manuscript TEXT NOT NULL REFERENCES manuscript (id) ON DELETE CASCADE,
    account    TEXT NOT NULL,
    handle     TEXT NOT NULL,
    name       TEXT NOT NULL,
    added_at   BIGINT NOT NULL,
    PRIMARY KEY (manuscript, account)
);
CREATE INDEX manuscript_author_account ON manuscript_author (account);

-- Every save. `passing`: followed within minutes by another of the same person; kept a few days,
-- because somebody may still have it open, and not listed.
CREATE TABLE manuscript_version (
    manuscript TEXT NOT NULL REFERENCES manuscript (id) ON DELETE CASCADE,
    version    BIGINT NOT NULL,
    draft      TEXT NOT NULL,
    account    TEXT NOT NULL,
    handle     TEXT NOT NULL,
    at         BIGINT NOT NULL,
    passing    BOOLEAN NOT NULL,
    PRIMARY KEY (manuscript, version)
);

-- Fields that two people changed differently: what the second one wrote.
CREATE TABLE manuscript_clash (
    id         TEXT PRIMARY KEY,
    manuscript TEXT NOT NULL REFERENCES manuscript (id) ON DELETE CASCADE,
    path       TEXT NOT NULL,
    other      TEXT NOT NULL,
    account    TEXT NOT NULL,
    handle     TEXT NOT NULL,
    at         BIGINT NOT NULL,
    -- 'mine' or 'theirs' once somebody chose, and who.
    chosen     TEXT,
    chosen_by  TEXT,
    chosen_at  BIGINT
);
CREATE INDEX manuscript_clash_open ON manuscript_clash (manuscript, chosen);

-- What reviewers say about single fields.
CREATE TABLE manuscript_note (
    id          TEXT PRIMARY KEY,
    manuscript  TEXT NOT NULL REFERENCES manuscript (id) ON DELETE CASCADE,
    version     BIGINT NOT NULL,
    field       TEXT NOT NULL,
    text        TEXT NOT NULL,
    handle      TEXT NOT NULL,
    at          BIGINT NOT NULL,
    -- 'open', 'answered' or 'resolved'.
    state       TEXT NOT NULL,
    answer      TEXT,
    answered_by TEXT,
    answered_at BIGINT,
    resolved_by TEXT,
    resolved_at BIGINT
);
CREATE INDEX manuscript_note_of ON manuscript_note (manuscript, id);

-- Every step from one state to another.
CREATE TABLE manuscript_step (
    id         TEXT PRIMARY KEY,
    manuscript TEXT NOT NULL REFERENCES manuscript (id) ON DELETE CASCADE,
    version    BIGINT NOT NULL,
    before     TEXT NOT NULL,
    after      TEXT NOT NULL,
    who        TEXT NOT NULL,
    reason     TEXT NOT NULL,
    at         BIGINT NOT NULL
);
CREATE INDEX manuscript_step_of ON manuscript_step (manuscript, id);
