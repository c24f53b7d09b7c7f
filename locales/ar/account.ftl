# Accounts, log-in, profiles of one's own.
