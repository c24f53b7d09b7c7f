-- Signing in by the organisation's provider, and accounts that move.

-- Who somebody with an account is to an OpenID Connect provider.
CREATE TABLE identity (
    -- The provider, as it names itself.
    issuer    TEXT NOT NULL,
    -- The person, as the provider names them: for ever, whatever their address becomes.
    subject   TEXT NOT NULL,
    account   TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    -- The confirmed address that the provider gave when they were connected, to recognise it by;
    -- empty where it gave none.
    email     TEXT NOT NULL,
    linked_at BIGINT NOT NULL,
    PRIMARY KEY (issuer, subject)
);
-- One for each account and provider.
CREATE UNIQUE INDEX identity_account ON identity (account, issuer);
