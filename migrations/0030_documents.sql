-- Documents that people sent with a case. The bytes are in the store of pictures under the id; a row is
-- written when they are there, together with the draft that links it, so bytes without a row are rubbish.

CREATE TABLE document (
    -- 128 random bits in hexadecimal.
    id         TEXT PRIMARY KEY,
    -- The manuscript it was sent for.
    manuscript TEXT NOT NULL,
    -- What the file is called when it is saved.
    name       TEXT NOT NULL,
    bytes      BIGINT NOT NULL,
    account    TEXT NOT NULL,
    handle     TEXT NOT NULL,
    made_at    BIGINT NOT NULL
);
CREATE INDEX document_account ON document (account, made_at);
