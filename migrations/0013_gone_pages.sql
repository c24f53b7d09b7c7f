-- Where cases of partners were read here that are gone at their origin: the address says so for
-- good, instead of pretending that there was never anything.
CREATE TABLE gone_page (
    page TEXT PRIMARY KEY,
    at   BIGINT NOT NULL
);
