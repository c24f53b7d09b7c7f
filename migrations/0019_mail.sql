-- Mail that goes out: written in the transaction of what it tells, sent by a job.
CREATE TABLE mail (
    -- ULID; with the host also the Message-ID, the same at every try.
    id          TEXT PRIMARY KEY,
    -- What it is about: `reset`, `alert`.
    kind        TEXT NOT NULL,
    receiver    TEXT NOT NULL,
    -- Tag of the language it is written in.
    language    TEXT NOT NULL,
    subject     TEXT NOT NULL,
    -- Where the receiver ends such mails with one click (RFC 8058); empty where nothing is ended.
    unsubscribe TEXT NOT NULL,
    -- Both forgotten when it is sent: they hold keys, and what people wrote.
    plain       TEXT NOT NULL,
    html        TEXT NOT NULL,
    -- `waiting`, `handing`, `sent`, `filed`, `bounced`, `unsure` or `given-up`.
    state       TEXT NOT NULL,
    -- Whether it must not come twice: where a crash leaves open whether it was sent, it stays `unsure`.
    once        BOOLEAN NOT NULL,
    tries       BIGINT NOT NULL,
    next_try    BIGINT NOT NULL,
    lease_until BIGINT NOT NULL,
    -- The last answer of the mail server, or where the file is.
    answer      TEXT NOT NULL,
    created_at  BIGINT NOT NULL,
    ended_at    BIGINT
);
CREATE INDEX mail_due ON mail (next_try) WHERE state IN ('waiting', 'handing');
CREATE INDEX mail_ended ON mail (ended_at) WHERE ended_at IS NOT NULL;
