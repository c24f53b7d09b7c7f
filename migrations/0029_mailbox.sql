-- Mail that comes in: bounces and answers, each taken in once; and addresses from which mail comes back.

-- Where an answer to a mail goes, with its key; empty where nobody reads answers.
ALTER TABLE mail ADD COLUMN reply_to TEXT NOT NULL DEFAULT '';

-- Addresses that could not be delivered to. No address stands here.
CREATE TABLE mail_return (
    -- SHA-256 of the address as it is compared.
    address  TEXT PRIMARY KEY,
    -- Four for a refusal for good, one for one that may pass.
    points   BIGINT NOT NULL,
    hard     BIGINT NOT NULL,
    soft     BIGINT NOT NULL,
    -- What the last refusal said, without addresses.
    said     TEXT NOT NULL,
    first_at BIGINT NOT NULL,
    last_at  BIGINT NOT NULL,
    -- Since when nothing but what its owner asked for is sent there; none while everything is.
    shut_at  BIGINT
);
CREATE INDEX mail_return_last ON mail_return (last_at);

-- What came in and was for us, so that none of it has an effect twice.
CREATE TABLE mail_in (
    -- SHA-256 of the key it was for and its Message-ID, or of all of it where it has none.
    id    TEXT PRIMARY KEY,
    -- SHA-256 of the key that it was for.
    key   TEXT NOT NULL,
    -- `answer`, `refused`, `bounce` or `automatic`.
    kind  TEXT NOT NULL,
    -- Whether its sender was told that it was not delivered.
    told  BOOLEAN NOT NULL,
    -- Whether it came from another address than the one that its key was sent to.
    other BOOLEAN NOT NULL,
    at    BIGINT NOT NULL
);
CREATE INDEX mail_in_key ON mail_in (key);
CREATE INDEX mail_in_at ON mail_in (at);

-- How far a mailbox was read, by whom of several processes, and what is wrong with it.
CREATE TABLE mailbox (
    -- SHA-256 of server, user and folder.
    name        TEXT PRIMARY KEY,
    -- What the server calls this state of the folder (UIDVALIDITY), and the last number of a mail in
    -- it that was looked at.
    validity    BIGINT NOT NULL,
    last_uid    BIGINT NOT NULL,
    next_look   BIGINT NOT NULL,
    lease_until BIGINT NOT NULL,
    looked_at   BIGINT,
    -- Of the last look; empty where it went well.
    fault       TEXT NOT NULL
);
