-- Which commitments one takes the place of or stands in for: one value, null for most.
alter table commitment add relations jsonb;
alter table commitment_version add relations jsonb;
create index commitment_superseding on commitment using gin ((relations -> 'supersedes')) where relations is not null;
