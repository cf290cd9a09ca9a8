-- The day on which name and post of a person were erased: their row is deleted then, and nothing else.
alter table person add column erased_on date;
alter table person_version add column erased_on date;
grant delete on person_identity to ${runtime};

-- An answer kept for a repeated request may hold the name. It is answered without it from then on, and not carried out again.
grant update (body, etag) on kept_answer to ${runtime};

-- What was deleted stays in the pages of a table until they are vacuumed: here in the next round of autovacuum, however little it is.
alter table person_identity set (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);
