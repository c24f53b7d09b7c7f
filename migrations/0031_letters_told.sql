-- Letters to people of other servers as they were told: found when their authors have deleted them.
CREATE INDEX activity_letter ON activity (seq)
    WHERE audience = 'targets' AND kind = 'Create' AND NOT dropped;
