-- Which hosts are behind is read from indexes alone, thousands of lanes at a time.
DROP INDEX lane_waiting;
CREATE INDEX lane_waiting ON lane (state, position, host, next_try);
-- Begins with the state: SQLite's planner would not take an index without a column that it seeks.
DROP INDEX lane_addressed;
CREATE INDEX lane_addressed ON lane (state, host, next_try, position, target)
    WHERE state = 'open' AND position < target;
