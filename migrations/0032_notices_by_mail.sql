-- What somebody was told and did not read is told by mail too.

-- How often, by the ids of rhythms; empty for not at all.
ALTER TABLE account ADD COLUMN notice_rhythm TEXT NOT NULL DEFAULT 'instant';
-- When such a mail was made last; 0 for never.
ALTER TABLE account ADD COLUMN notice_told_at BIGINT NOT NULL DEFAULT 0;
-- Which links that end such mails are valid.
ALTER TABLE account ADD COLUMN notice_turn BIGINT NOT NULL DEFAULT 0;
-- When a notice is told by mail, if it is unread then; NULL where it was told, or never is.
ALTER TABLE notice ADD COLUMN due_at BIGINT;
CREATE INDEX notice_due ON notice (due_at) WHERE due_at IS NOT NULL;
