-- A lane is behind when its followers' actors said something after its cursor, or when something is
-- addressed to it. What is addressed to one inbox does not concern the thousands of others.

-- The last activity that is addressed to this inbox alone; 0 when there is none.
ALTER TABLE lane ADD COLUMN target BIGINT NOT NULL DEFAULT 0;
UPDATE lane SET target = COALESCE(
    (SELECT MAX(t.seq) FROM activity_target t WHERE t.inbox = lane.inbox), 0);
CREATE INDEX lane_addressed ON lane (host) WHERE state = 'open' AND position < target;

-- The last activity for anybody's followers.
INSERT INTO counter (name, value)
SELECT 'told', COALESCE(MAX(seq), 0) FROM activity WHERE audience <> 'targets';

-- What a lane has to send is looked up by who speaks, not by walking through the log.
CREATE INDEX activity_told ON activity (actor, seq) WHERE audience <> 'targets';
CREATE INDEX activity_audience_actor ON activity_audience (actor, seq);
