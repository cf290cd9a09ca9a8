-- Of several commitments with which something was done on one day the one with the smallest id is named: which row lies first in the table
-- depends on rows that the viewer may not see.
drop index commitment_activity_last;
create index commitment_activity_last on commitment_activity (party, last_act_on desc, id) include (audience_id);
