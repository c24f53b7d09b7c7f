-- PostgreSQL only. One row a text (title, section, translation), because a tsvector counts only
-- 16,383 positions. The vector is built from our own tokens, never by the engine's parser.
CREATE TABLE case_word (
    num   BIGINT NOT NULL,
    part  BIGINT NOT NULL,
    title BOOLEAN NOT NULL,
    words TSVECTOR NOT NULL,
    PRIMARY KEY (num, part)
);
CREATE INDEX case_word_words ON case_word USING GIN (words);

-- SQLite compares texts byte by byte; so that titles and equally frequent values have the same
-- order here, whatever collation the database was made with, they say so themselves.
ALTER TABLE case_study ALTER COLUMN sort_title TYPE TEXT COLLATE "C";
ALTER TABLE case_term ALTER COLUMN value TYPE TEXT COLLATE "C";
ALTER TABLE term_count ALTER COLUMN value TYPE TEXT COLLATE "C";
ALTER TABLE city ALTER COLUMN folded TYPE TEXT COLLATE "C";
