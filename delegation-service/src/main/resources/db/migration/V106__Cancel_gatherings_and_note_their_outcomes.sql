-- The instruments that came out of a gathering, by id, and why it was cancelled if it was.
alter table gathering add column outcomes jsonb not null default '[]', add column cancellation_reason text;
alter table gathering_version add column outcomes jsonb not null default '[]', add column cancellation_reason text;
