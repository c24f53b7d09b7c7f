-- One text for SQLite and PostgreSQL. Times are milliseconds since 1970 bound by the program,
-- every integer is BIGINT, every text that arrives is kept as it came.

CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- Numbers that must be handed out in commit order (an identity column can commit out of order,
-- and a cursor would skip): a row is locked until its transaction ends.
CREATE TABLE counter (
    name  TEXT PRIMARY KEY,
    value BIGINT NOT NULL
);
INSERT INTO counter (name, value)
VALUES ('event', 0), ('activity', 0), ('inbox', 0), ('case', 0), ('received', 0);

-- Facts that other parts react to, and how far each reader has come.
CREATE TABLE event (
    seq     BIGINT PRIMARY KEY,
    kind    TEXT NOT NULL,
    subject TEXT NOT NULL,
    at      BIGINT NOT NULL
);
CREATE TABLE reader (
    name TEXT PRIMARY KEY,
    seq  BIGINT NOT NULL
);
INSERT INTO reader (name, seq) VALUES ('federation', 0);

-- Actors of this instance, with their keys.
CREATE TABLE actor (
    id          TEXT PRIMARY KEY,
    uri         TEXT NOT NULL UNIQUE,
    kind        TEXT NOT NULL,
    handle      TEXT NOT NULL UNIQUE,
    name        TEXT NOT NULL,
    summary     TEXT NOT NULL,
    private_key TEXT NOT NULL,
    public_key  TEXT NOT NULL,
    created_at  BIGINT NOT NULL
);

-- Actors of other servers, as they last described themselves.
CREATE TABLE remote_actor (
    uri          TEXT PRIMARY KEY,
    host         TEXT NOT NULL,
    kind         TEXT NOT NULL,
    handle       TEXT NOT NULL,
    name         TEXT NOT NULL,
    summary      TEXT NOT NULL,
    inbox        TEXT NOT NULL,
    shared_inbox TEXT,
    outbox       TEXT,
    page_url     TEXT,
    key_id       TEXT NOT NULL,
    public_key   TEXT NOT NULL,
    fetched_at   BIGINT NOT NULL,
    gone         BOOLEAN NOT NULL
);
CREATE INDEX remote_actor_key ON remote_actor (key_id);
CREATE INDEX remote_actor_host ON remote_actor (host);

-- Case studies, our own and those received; the document is the public schema's JSON. It stands
-- last: SQLite reads a row from its start, and should not read a long text to find a date.
CREATE TABLE case_study (
    num              BIGINT PRIMARY KEY,
    id               TEXT NOT NULL UNIQUE,
    uri              TEXT NOT NULL UNIQUE,
    local            BOOLEAN NOT NULL,
    host             TEXT NOT NULL,
    local_key        TEXT UNIQUE,
    page             TEXT NOT NULL UNIQUE,
    origin_url       TEXT,
    actor            TEXT NOT NULL,
    state            TEXT NOT NULL,
    standing         TEXT NOT NULL,
    shown            BOOLEAN NOT NULL,
    sort_title       TEXT NOT NULL,
    published_at     BIGINT NOT NULL,
    updated_at       BIGINT NOT NULL,
    revision         BIGINT NOT NULL,
    received_at      BIGINT NOT NULL,
    withdrawn_at     BIGINT,
    withdrawn_reason TEXT,
    shared_by        TEXT,
    foreign_keys     TEXT,
    document         TEXT NOT NULL
);
CREATE INDEX case_study_newest ON case_study (published_at DESC, num DESC) WHERE shown;
CREATE INDEX case_study_updated ON case_study (updated_at DESC, num DESC) WHERE shown;
CREATE INDEX case_study_title ON case_study (sort_title, num) WHERE shown;
CREATE INDEX case_study_host ON case_study (host, shown);

CREATE TABLE case_revision (
    num        BIGINT NOT NULL REFERENCES case_study (num) ON DELETE CASCADE,
    revision   BIGINT NOT NULL,
    document   TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    saved_at   BIGINT NOT NULL,
    PRIMARY KEY (num, revision)
);

-- Every value a case can be found by.
CREATE TABLE case_term (
    kind  TEXT NOT NULL,
    value TEXT NOT NULL,
    num   BIGINT NOT NULL,
    PRIMARY KEY (kind, value, num)
);
CREATE INDEX case_term_num ON case_term (num, kind, value);

-- How many cases hold each of these values: what is shown of the whole catalogue, uncounted.
CREATE TABLE term_count (
    kind  TEXT NOT NULL,
    value TEXT NOT NULL,
    cases BIGINT NOT NULL,
    PRIMARY KEY (kind, value)
);
CREATE INDEX term_count_most ON term_count (kind, cases DESC, value);

-- Former addresses of pages.
CREATE TABLE page_alias (
    page TEXT PRIMARY KEY,
    num  BIGINT NOT NULL
);

-- Objects that are gone, ours and others': nothing under these ids comes back.
CREATE TABLE tombstone (
    uri         TEXT PRIMARY KEY,
    former_type TEXT NOT NULL,
    at          BIGINT NOT NULL,
    reason      TEXT NOT NULL
);

-- What our actors said, byte for byte as it is sent.
CREATE TABLE activity (
    seq      BIGINT PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    actor    TEXT NOT NULL,
    kind     TEXT NOT NULL,
    object   TEXT NOT NULL,
    audience TEXT NOT NULL,
    listed   BOOLEAN NOT NULL,
    dropped  BOOLEAN NOT NULL,
    at       BIGINT NOT NULL,
    body     TEXT NOT NULL
);
CREATE INDEX activity_outbox ON activity (actor, listed, seq DESC);
CREATE INDEX activity_object ON activity (object);

-- Single inboxes an activity goes to, beside or instead of the followers.
CREATE TABLE activity_target (
    inbox TEXT NOT NULL,
    seq   BIGINT NOT NULL,
    PRIMARY KEY (inbox, seq)
);
CREATE INDEX activity_target_seq ON activity_target (seq);

CREATE TABLE follower (
    actor     TEXT NOT NULL,
    uri       TEXT NOT NULL,
    inbox     TEXT NOT NULL,
    follow_id TEXT NOT NULL,
    since     BIGINT NOT NULL,
    at        BIGINT NOT NULL,
    PRIMARY KEY (actor, uri)
);
CREATE INDEX follower_inbox ON follower (inbox, actor, since);

-- One ordered lane for each inbox we send to, and how far it has come.
CREATE TABLE lane (
    inbox       TEXT PRIMARY KEY,
    host        TEXT NOT NULL,
    position    BIGINT NOT NULL,
    state       TEXT NOT NULL,
    reason      TEXT NOT NULL,
    sent        BIGINT NOT NULL,
    last_status BIGINT,
    last_answer TEXT,
    last_at     BIGINT,
    created_at  BIGINT NOT NULL
);
CREATE INDEX lane_host ON lane (host, state, position);
CREATE INDEX lane_waiting ON lane (state, position);

-- Activities that an inbox refused for good; they can be sent again.
CREATE TABLE refusal (
    inbox  TEXT NOT NULL,
    seq    BIGINT NOT NULL,
    status BIGINT NOT NULL,
    answer TEXT NOT NULL,
    at     BIGINT NOT NULL,
    PRIMARY KEY (inbox, seq)
);
CREATE INDEX refusal_seq ON refusal (seq);

-- Other hosts: how we stand with them, and how sending to them goes.
CREATE TABLE peer (
    host          TEXT PRIMARY KEY,
    standing      TEXT NOT NULL,
    reason        TEXT NOT NULL,
    software      TEXT NOT NULL,
    failures      BIGINT NOT NULL,
    failing_since BIGINT,
    next_try      BIGINT NOT NULL,
    last_status   BIGINT,
    last_answer   TEXT,
    last_success  BIGINT,
    last_failure  BIGINT,
    last_received BIGINT,
    lease_owner   TEXT,
    lease_until   BIGINT NOT NULL,
    created_at    BIGINT NOT NULL
);

-- Whom our actors follow, from the wish to the read-back catalogue.
CREATE TABLE following (
    id              TEXT PRIMARY KEY,
    actor           TEXT NOT NULL,
    wanted          TEXT NOT NULL,
    target          TEXT,
    host            TEXT NOT NULL,
    inbox           TEXT,
    state           TEXT NOT NULL,
    activity        TEXT,
    error           TEXT NOT NULL,
    asked_at        BIGINT NOT NULL,
    answered_at     BIGINT,
    attempts        BIGINT NOT NULL,
    next_try        BIGINT NOT NULL,
    backfill        TEXT NOT NULL,
    backfill_page   TEXT,
    backfill_seen   BIGINT NOT NULL,
    backfill_total  BIGINT,
    backfill_at     BIGINT,
    lease_until     BIGINT NOT NULL,
    UNIQUE (actor, wanted)
);
CREATE INDEX following_target ON following (target);

-- What was posted to our inboxes: written before it is answered, processed afterwards.
CREATE TABLE inbox_item (
    seq         BIGINT PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    actor       TEXT NOT NULL,
    host        TEXT NOT NULL,
    kind        TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    state       TEXT NOT NULL,
    attempts    BIGINT NOT NULL,
    next_try    BIGINT NOT NULL,
    lease_until BIGINT NOT NULL,
    note        TEXT NOT NULL,
    done_at     BIGINT,
    body        TEXT NOT NULL
);
CREATE INDEX inbox_item_state ON inbox_item (state, seq);

-- Objects of other servers that reached us: cases, posts, and what became of them.
CREATE TABLE received (
    seq          BIGINT PRIMARY KEY,
    uri          TEXT NOT NULL UNIQUE,
    kind         TEXT NOT NULL,
    actor        TEXT NOT NULL,
    host         TEXT NOT NULL,
    name         TEXT NOT NULL,
    text         TEXT NOT NULL,
    in_reply_to  TEXT,
    case_num     BIGINT,
    state        TEXT NOT NULL,
    document     TEXT NOT NULL,
    published_at BIGINT NOT NULL,
    updated_at   BIGINT NOT NULL,
    received_at  BIGINT NOT NULL
);
CREATE INDEX received_case ON received (case_num);
CREATE INDEX received_reply ON received (in_reply_to);

-- Boosts and likes: ours of others' objects, others' of ours.
CREATE TABLE reaction (
    id     TEXT PRIMARY KEY,
    kind   TEXT NOT NULL,
    actor  TEXT NOT NULL,
    object TEXT NOT NULL,
    local  BOOLEAN NOT NULL,
    at     BIGINT NOT NULL,
    UNIQUE (kind, actor, object)
);
CREATE INDEX reaction_object ON reaction (object, kind);

CREATE TABLE token (
    id         TEXT PRIMARY KEY,
    hash       TEXT NOT NULL UNIQUE,
    label      TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    used_at    BIGINT,
    revoked_at BIGINT
);

-- Who changed what: every editorial and administrative act.
CREATE TABLE audit (
    id      TEXT PRIMARY KEY,
    at      BIGINT NOT NULL,
    who     TEXT NOT NULL,
    what    TEXT NOT NULL,
    subject TEXT NOT NULL,
    note    TEXT NOT NULL
);

-- GeoNames, cities of 15,000 people and more (CC BY 4.0).
CREATE TABLE city (
    geonameid  BIGINT PRIMARY KEY,
    name       TEXT NOT NULL,
    folded     TEXT NOT NULL,
    country    TEXT NOT NULL,
    admin1     TEXT NOT NULL,
    lat        DOUBLE PRECISION NOT NULL,
    lon        DOUBLE PRECISION NOT NULL,
    population BIGINT NOT NULL
);
CREATE INDEX city_name ON city (folded, country);
