-- Pictures that people sent. The bytes are in the store of pictures under the id; a row is written
-- when they are there, together with the draft that shows them, so bytes without a row are rubbish.

CREATE TABLE picture (
    -- 128 random bits in hexadecimal.
    id         TEXT PRIMARY KEY,
    -- The manuscript it was sent for.
    manuscript TEXT NOT NULL,
    -- Its name in its largest size, such as ID/1600x1067.jpg.
    name       TEXT NOT NULL,
    -- Of all sizes together.
    bytes      BIGINT NOT NULL,
    account    TEXT NOT NULL,
    handle     TEXT NOT NULL,
    made_at    BIGINT NOT NULL
);
CREATE INDEX picture_account ON picture (account, made_at);
