-- Private messages between two sides: people with an account, readers without one, people of other
-- servers, and the network itself. One text for SQLite and PostgreSQL.

INSERT INTO counter (name, value) VALUES ('letter', 0);

CREATE TABLE conversation (
    -- ULID.
    id       TEXT PRIMARY KEY,
    subject  TEXT NOT NULL,
    -- Uri of the case it began from.
    about    TEXT,
    began_at BIGINT NOT NULL
);

-- Two of each: side 0 wrote first, side 1 was written to.
CREATE TABLE conversation_side (
    conversation TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    side         BIGINT NOT NULL,
    -- One of these three; none for somebody who is gone.
    account      TEXT REFERENCES account (id) ON DELETE SET NULL,
    -- Uri of an actor of another server.
    actor        TEXT,
    -- Never shown to the other side; empty for none.
    email        TEXT NOT NULL,
    -- Of a reader, as they typed it, or of the network; of others it is looked up.
    name         TEXT NOT NULL,
    -- Tag of the language of the mails to a reader.
    language     TEXT NOT NULL,
    -- The last letter this side has read, and the last one that it deleted for itself.
    seen         BIGINT NOT NULL,
    cleared      BIGINT NOT NULL,
    PRIMARY KEY (conversation, side)
);
CREATE INDEX conversation_side_account ON conversation_side (account);
CREATE INDEX conversation_side_actor ON conversation_side (actor);

CREATE TABLE letter (
    -- Order of arrival.
    num          BIGINT PRIMARY KEY,
    -- Uri of the note where it came from another server or goes there, else a ULID.
    id           TEXT NOT NULL,
    conversation TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    -- Of its author.
    side         BIGINT NOT NULL,
    -- Plain text; empty for a note of another server, which stands in `message`.
    text         TEXT NOT NULL,
    -- Its receiver blocked its author: only its author sees it.
    held         BOOLEAN NOT NULL,
    at           BIGINT NOT NULL,
    -- One note may be for two people.
    UNIQUE (id, conversation)
);
CREATE INDEX letter_conversation ON letter (conversation, num);

-- Links by which a side without an account reads and answers; they work until they expire or are
-- ended.
CREATE TABLE contact_key (
    -- SHA-256 of what the link holds.
    hash         TEXT PRIMARY KEY,
    conversation TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    side         BIGINT NOT NULL,
    expires_at   BIGINT NOT NULL
);
CREATE INDEX contact_key_side ON contact_key (conversation, side);
CREATE INDEX contact_key_expires ON contact_key (expires_at);

-- What a reader wrote and whose address is not confirmed yet: it has gone to nobody.
CREATE TABLE contact_waiting (
    -- SHA-256 of what the link in the mail holds.
    hash       TEXT PRIMARY KEY,
    -- The account it is for; none for the network.
    account    TEXT REFERENCES account (id) ON DELETE CASCADE,
    email      TEXT NOT NULL,
    name       TEXT NOT NULL,
    language   TEXT NOT NULL,
    subject    TEXT NOT NULL,
    about      TEXT,
    text       TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX contact_waiting_expires ON contact_waiting (expires_at);

-- Whom somebody does not want to hear from.
CREATE TABLE contact_block (
    account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    -- `account ULID`, `mail` and the SHA-256 of an address, or `actor` and a uri.
    who     TEXT NOT NULL,
    -- As they were called then, for the list.
    name    TEXT NOT NULL,
    at      BIGINT NOT NULL,
    PRIMARY KEY (account, who)
);
