-- Accounts of people, and how they show who they are.

-- One for each person who signs in. Its actor is the person for other servers.
CREATE TABLE account (
    -- ULID.
    id            TEXT PRIMARY KEY,
    -- The id of the person's actor; none while the account waits for its approval.
    actor         TEXT UNIQUE REFERENCES actor (id),
    -- As it was typed, and as it is compared.
    email         TEXT NOT NULL,
    email_folded  TEXT NOT NULL UNIQUE,
    -- What was wished for before there was an actor; afterwards the actor says both.
    handle        TEXT NOT NULL,
    handle_folded TEXT NOT NULL UNIQUE,
    name          TEXT NOT NULL,
    -- Argon2id as a PHC string; empty while none was chosen.
    password      TEXT NOT NULL,
    role          TEXT NOT NULL,
    -- `waiting`, `active` or `suspended`; `state_note` says why, to the person too.
    state         TEXT NOT NULL,
    state_at      BIGINT NOT NULL,
    state_note    TEXT NOT NULL,
    -- Tag of the language of the mails.
    language      TEXT NOT NULL,
    -- Which text of the terms was accepted, and when.
    terms         TEXT NOT NULL,
    terms_at      BIGINT,
    -- Whether others here may write to them.
    contactable   BOOLEAN NOT NULL,
    -- What a suspended person answered.
    appeal        TEXT NOT NULL,
    appealed_at   BIGINT,
    -- The shared secret of one-time codes in base32, once it was confirmed, and the time step of the
    -- last code that was taken: none is taken twice.
    totp          TEXT,
    totp_step     BIGINT NOT NULL,
    created_at    BIGINT NOT NULL,
    signed_in_at  BIGINT
);
CREATE INDEX account_state ON account (state, id);

-- Who is signed in, and where.
CREATE TABLE session (
    -- SHA-256 of what the browser holds.
    hash       TEXT PRIMARY KEY,
    -- ULID, to name it by.
    id         TEXT NOT NULL UNIQUE,
    account    TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    -- To the minute.
    used_at    BIGINT NOT NULL,
    -- The browser, as it calls itself.
    agent      TEXT NOT NULL
);
CREATE INDEX session_account ON session (account, used_at);

-- Keys that work once: links in mails, and the step between password and one-time code.
CREATE TABLE account_key (
    -- SHA-256 of the key.
    hash       TEXT PRIMARY KEY,
    -- `register`, `invite`, `password`, `second-step`, `mail-old`, `mail-new` or `totp`.
    purpose    TEXT NOT NULL,
    -- None where there is no account yet.
    account    TEXT REFERENCES account (id) ON DELETE CASCADE,
    -- To whom it was sent, or which address it confirms.
    email      TEXT NOT NULL,
    -- What else belongs to it: the role of an invitation, the secret to be confirmed.
    detail     TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX account_key_account ON account_key (account, purpose);
CREATE INDEX account_key_expires ON account_key (expires_at);

-- Codes for who lost the device that makes one-time codes.
CREATE TABLE recovery_code (
    hash    TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE
);
CREATE INDEX recovery_code_account ON recovery_code (account);

-- How often something was tried, by whom or against whom; a name is hashed.
CREATE TABLE attempt (
    name  TEXT PRIMARY KEY,
    began BIGINT NOT NULL,
    tries BIGINT NOT NULL
);
CREATE INDEX attempt_began ON attempt (began);
