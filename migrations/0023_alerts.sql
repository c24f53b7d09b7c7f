-- What people are told of: new cases of their searches, by mail and here, and what concerns them here.

-- A search whose new cases somebody wants to hear of.
CREATE TABLE alert (
    -- ULID.
    id           TEXT PRIMARY KEY,
    -- Whose it is; none for a digest that was asked for with an address alone.
    account      TEXT REFERENCES account (id) ON DELETE CASCADE,
    -- The address of a digest, as it was typed and as it is compared; empty where there is an account.
    email        TEXT NOT NULL,
    email_folded TEXT NOT NULL,
    -- Tag of the language of a digest's mails; empty where there is an account, which says it.
    language     TEXT NOT NULL,
    -- What its owner calls it; empty for a digest, which is called as its topic is.
    name         TEXT NOT NULL,
    -- The search as a query string, in one spelling, without order and page.
    filter       TEXT NOT NULL,
    -- `instant`, `daily` or `weekly`.
    rhythm       TEXT NOT NULL,
    by_mail      BOOLEAN NOT NULL,
    on_site      BOOLEAN NOT NULL,
    -- A digest says nothing until its address agreed.
    confirmed    BOOLEAN NOT NULL,
    -- Counted up where all links in mails, or the address of the private feed, shall end.
    mail_turn    BIGINT NOT NULL,
    feed_turn    BIGINT NOT NULL,
    -- Since when cases are news for it.
    since        BIGINT NOT NULL,
    -- When it last told something; 0 for never.
    told_at      BIGINT NOT NULL,
    -- When it tells next; none while nothing waits.
    due_at       BIGINT
);
CREATE INDEX alert_account ON alert (account, id);
CREATE UNIQUE INDEX alert_subscriber ON alert (email_folded, filter) WHERE account IS NULL;
CREATE INDEX alert_due ON alert (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX alert_unconfirmed ON alert (since) WHERE NOT confirmed;

-- The cases that wait to be told, and those that were: no alert tells a case twice.
CREATE TABLE alert_case (
    alert TEXT NOT NULL REFERENCES alert (id) ON DELETE CASCADE,
    -- The id of the case's object.
    uri   TEXT NOT NULL,
    at    BIGINT NOT NULL,
    told  BOOLEAN NOT NULL,
    PRIMARY KEY (alert, uri)
);
CREATE INDEX alert_case_at ON alert_case (at);

-- New cases of others that an editor has to look at first: news on the day they are shown.
CREATE TABLE alert_held (
    uri TEXT PRIMARY KEY,
    at  BIGINT NOT NULL
);

-- What concerns somebody, on the site.
CREATE TABLE notice (
    -- ULID.
    id      TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    kind    TEXT NOT NULL,
    -- Who did it last, and what it is about, as they are called.
    who     TEXT NOT NULL,
    title   TEXT NOT NULL,
    -- Where it leads: a path of ours.
    path    TEXT NOT NULL,
    -- How often it happened since it was last read.
    times   BIGINT NOT NULL,
    at      BIGINT NOT NULL,
    read_at BIGINT
);
CREATE INDEX notice_account ON notice (account, at);
-- What happens again before it was read is one notice.
CREATE UNIQUE INDEX notice_unread ON notice (account, kind, path) WHERE read_at IS NULL;
CREATE INDEX notice_at ON notice (at);

-- What happened before is no news.
INSERT INTO reader (name, seq) SELECT 'alerts', value FROM counter WHERE name = 'event';
