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
