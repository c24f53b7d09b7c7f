-- People and conversation. One text for SQLite and PostgreSQL, as in 0001.

INSERT INTO counter (name, value) VALUES ('comment', 0), ('message', 0), ('report', 0);

-- Texts under cases, of any server, and whatever else our own actors write. A remote one also
-- stands in `received`, as it came.
CREATE TABLE comment (
    num          BIGINT PRIMARY KEY,
    uri          TEXT NOT NULL UNIQUE,
    local        BOOLEAN NOT NULL,
    actor        TEXT NOT NULL,
    host         TEXT NOT NULL,
    root         TEXT,
    parent       TEXT,
    depth        BIGINT NOT NULL,
    state        TEXT NOT NULL,
    silenced     BOOLEAN NOT NULL,
    language     TEXT,
    warning      TEXT NOT NULL,
    page_url     TEXT,
    published_at BIGINT NOT NULL,
    updated_at   BIGINT NOT NULL,
    received_at  BIGINT NOT NULL,
    source       TEXT,
    html         TEXT NOT NULL
);
CREATE INDEX comment_root ON comment (root, num);
CREATE INDEX comment_parent ON comment (parent, num);
CREATE INDEX comment_state ON comment (state, num);
CREATE INDEX comment_host ON comment (host);

-- Activities taken back before they took effect: an Undo may overtake what it undoes.
CREATE TABLE undone (
    id    TEXT NOT NULL,
    actor TEXT NOT NULL,
    at    BIGINT NOT NULL,
    PRIMARY KEY (id, actor)
);

-- What was written to an actor of ours alone. Never shown in public.
CREATE TABLE message (
    num          BIGINT PRIMARY KEY,
    uri          TEXT NOT NULL,
    recipient    TEXT NOT NULL,
    actor        TEXT NOT NULL,
    host         TEXT NOT NULL,
    in_reply_to  TEXT,
    language     TEXT,
    published_at BIGINT NOT NULL,
    updated_at   BIGINT NOT NULL,
    received_at  BIGINT NOT NULL,
    html         TEXT NOT NULL,
    UNIQUE (uri, recipient)
);
CREATE INDEX message_recipient ON message (recipient, num);

-- Complaints: others' about what is here, and ours about what is elsewhere.
CREATE TABLE report (
    num         BIGINT PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    local       BOOLEAN NOT NULL,
    actor       TEXT NOT NULL,
    host        TEXT NOT NULL,
    objects     TEXT NOT NULL,
    reason      TEXT NOT NULL,
    state       TEXT NOT NULL,
    note        TEXT NOT NULL,
    at          BIGINT NOT NULL,
    resolved_at BIGINT
);
CREATE INDEX report_state ON report (state, num);
CREATE INDEX report_host ON report (host, at);

-- Others that want to hear nothing more of an actor of ours.
CREATE TABLE block (
    actor TEXT NOT NULL,
    uri   TEXT NOT NULL,
    id    TEXT NOT NULL,
    at    BIGINT NOT NULL,
    PRIMARY KEY (actor, uri)
);

-- Accounts that went elsewhere, and when.
CREATE TABLE moved (
    uri    TEXT PRIMARY KEY,
    target TEXT NOT NULL,
    at     BIGINT NOT NULL
);
CREATE INDEX moved_target ON moved (target);

-- What actors show first, ours and others'.
CREATE TABLE featured (
    actor  TEXT NOT NULL,
    object TEXT NOT NULL,
    at     BIGINT NOT NULL,
    PRIMARY KEY (actor, object)
);
CREATE INDEX featured_object ON featured (object);

-- Quotes that we agreed to (FEP-044f): the id of the stamp, and what may quote what.
CREATE TABLE quote (
    id         TEXT PRIMARY KEY,
    object     TEXT NOT NULL,
    quote      TEXT NOT NULL,
    actor      TEXT NOT NULL,
    request    TEXT NOT NULL,
    at         BIGINT NOT NULL,
    revoked_at BIGINT,
    UNIQUE (object, quote)
);
