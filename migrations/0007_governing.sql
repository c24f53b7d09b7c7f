-- Who decided how we stand with a host: nobody (''), 'admin', 'follow' (because we follow it), or
-- 'list:ID'. What an administrator decided is never overruled by the others.
ALTER TABLE peer ADD COLUMN decided_by TEXT NOT NULL DEFAULT '';
-- What may be told to others of the decision; the reason is for colleagues.
ALTER TABLE peer ADD COLUMN public_comment TEXT NOT NULL DEFAULT '';
-- Whether lists that are passed on should show the host's name only in part.
ALTER TABLE peer ADD COLUMN obfuscate BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE peer SET decided_by = 'follow' WHERE reason = 'we follow it';
UPDATE peer SET decided_by = 'admin' WHERE reason <> '' AND decided_by = '';

-- Single cases of others on which somebody decided: 'adopted' or 'declined' by an editor;
-- 'cleared' when it was shown at the time its host lost our trust.
CREATE TABLE ruling (
    uri     TEXT PRIMARY KEY,
    verdict TEXT NOT NULL,
    note    TEXT NOT NULL,
    who     TEXT NOT NULL,
    at      BIGINT NOT NULL
);

CREATE INDEX received_host ON received (host);
CREATE INDEX case_study_standing ON case_study (standing, num);

-- Followers that left, were removed or whose inbox ended: what was meant for them stays visible.
-- They were owed the activities after `since`, up to `until`; the lane had come to `position`.
CREATE TABLE former_follower (
    actor    TEXT NOT NULL,
    uri      TEXT NOT NULL,
    inbox    TEXT NOT NULL,
    since    BIGINT NOT NULL,
    until    BIGINT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (actor, uri)
);
CREATE INDEX former_follower_inbox ON former_follower (inbox, actor);

-- A lane has its own troubles, beside those of its host: one inbox may fail where another takes.
ALTER TABLE lane ADD COLUMN failures BIGINT NOT NULL DEFAULT 0;
ALTER TABLE lane ADD COLUMN failing_since BIGINT;
ALTER TABLE lane ADD COLUMN next_try BIGINT NOT NULL DEFAULT 0;
-- When the inbox said that it is gone; then the state is 'ended'.
ALTER TABLE lane ADD COLUMN ended_at BIGINT;

-- Lists of domains that are followed; what they changed is marked with 'list:ID' at the peer.
CREATE TABLE domain_list (
    id           TEXT PRIMARY KEY,
    url          TEXT NOT NULL UNIQUE,
    added_at     BIGINT NOT NULL,
    next_try     BIGINT NOT NULL,
    tried_at     BIGINT,
    succeeded_at BIGINT,
    failures     BIGINT NOT NULL,
    entries      BIGINT NOT NULL,
    result       TEXT NOT NULL,
    lease_until  BIGINT NOT NULL
);
-- What the list says of each host, and what became of that.
CREATE TABLE domain_list_entry (
    list     TEXT NOT NULL,
    host     TEXT NOT NULL,
    standing TEXT NOT NULL,
    comment  TEXT NOT NULL,
    outcome  TEXT NOT NULL,
    note     TEXT NOT NULL,
    PRIMARY KEY (list, host)
);

-- Who asks to be our partner ('in'), and whom we asked ('out').
CREATE TABLE application (
    id          TEXT PRIMARY KEY,
    direction   TEXT NOT NULL,
    host        TEXT NOT NULL,
    actor       TEXT NOT NULL,
    inbox       TEXT NOT NULL,
    activity    TEXT NOT NULL,
    message     TEXT NOT NULL,
    state       TEXT NOT NULL,
    note        TEXT NOT NULL,
    asked_at    BIGINT NOT NULL,
    answered_at BIGINT,
    attempts    BIGINT NOT NULL,
    next_try    BIGINT NOT NULL,
    lease_until BIGINT NOT NULL
);
CREATE INDEX application_state ON application (direction, state, next_try);
CREATE INDEX application_host ON application (host, direction);

-- Relays: whom we asked to pass on what is public.
CREATE TABLE relay (
    id          TEXT PRIMARY KEY,
    url         TEXT NOT NULL UNIQUE,
    kind        TEXT NOT NULL,
    host        TEXT NOT NULL,
    actor       TEXT NOT NULL,
    inbox       TEXT NOT NULL,
    publish     BOOLEAN NOT NULL,
    trusted     BOOLEAN NOT NULL,
    state       TEXT NOT NULL,
    activity    TEXT NOT NULL,
    error       TEXT NOT NULL,
    added_at    BIGINT NOT NULL,
    answered_at BIGINT,
    attempts    BIGINT NOT NULL,
    next_try    BIGINT NOT NULL,
    lease_until BIGINT NOT NULL
);
CREATE INDEX relay_actor ON relay (actor, state);
