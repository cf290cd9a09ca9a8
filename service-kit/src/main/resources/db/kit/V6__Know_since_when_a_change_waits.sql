-- For the age of the oldest change that has no number yet. When it was written, not when it was committed, and no part of the record:
-- its recorded time is the one that the sequencing step sets.
alter table change add column appended_at timestamptz not null default clock_timestamp();
