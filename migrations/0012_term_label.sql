-- Values as they are written, where cases are found by another form of them.
CREATE TABLE term_label (
    kind  TEXT NOT NULL,
    value TEXT NOT NULL,
    label TEXT NOT NULL,
    PRIMARY KEY (kind, value)
);
