-- Of the rows of one commitment the first is taken. The index says so itself: to look for earlier rows by a join costs, where the planner
-- misjudges a table that has just been filled, the square of the rows.
drop index import_row_by_key;
create unique index import_row_by_key on import_row (import_id, party, key) where outcome <> 'REJECTED';
