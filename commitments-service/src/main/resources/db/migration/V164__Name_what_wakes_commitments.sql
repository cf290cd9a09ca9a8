-- What wakes a dormant commitment: a list in the row, as its history is. Few have one; who looks for them looks among them.
alter table commitment add triggers jsonb not null default '[]';
alter table commitment_version add triggers jsonb not null default '[]';
create index commitment_with_triggers on commitment (number) where triggers <> '[]';
select show_amounts();
