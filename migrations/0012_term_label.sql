-- Values as they are written, where cases are found by another form of them.
CREATE TABLE term_label (
    kind  TEXT NOT NULL,
    value TEXT NOT NULL,
    label TEXT NOT NULL,
    PRIMARY KEY (kind, value)
);

-- A new database has nothing to make anew.
INSERT INTO setting (name, value) SELECT 'terms', '2' WHERE NOT EXISTS (SELECT 1 FROM case_study);
