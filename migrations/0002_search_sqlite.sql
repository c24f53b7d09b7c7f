-- SQLite only. Tokens are made by the program (see domain::search) and written in ASCII, so that
-- the engine's tokenizer decides nothing. One row a case, `title` apart for ranking.
CREATE VIRTUAL TABLE case_word USING fts5 (
    title, body,
    content = '', contentless_delete = 1, tokenize = "ascii tokenchars '_'"
);
