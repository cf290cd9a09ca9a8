-- The parties whose editors may enter for this one, each with the period in which they may.
alter table party add column focal_points jsonb not null default '[]';
alter table party_version add column focal_points jsonb not null default '[]';
