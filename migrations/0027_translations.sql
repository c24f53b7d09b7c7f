-- From which text of the original each field of a translation was made: when the original says
-- something else, that field of the translation is out of date.

CREATE TABLE manuscript_translation (
    manuscript TEXT NOT NULL REFERENCES manuscript (id) ON DELETE CASCADE,
    language   TEXT NOT NULL,
    -- Of the original, such as title or sections.solution.
    field      TEXT NOT NULL,
    -- The text of the original.
    source     TEXT NOT NULL,
    at         BIGINT NOT NULL,
    PRIMARY KEY (manuscript, language, field)
);
