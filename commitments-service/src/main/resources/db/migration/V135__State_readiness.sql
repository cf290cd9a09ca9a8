-- What was stated of the readiness of a commitment, in the order of recording. A list in the row, as its history is.
alter table commitment add readiness jsonb not null default '[]';
alter table commitment_version add readiness jsonb not null default '[]';

-- Whether the statement that holds on a day can be relied on then. The class Readiness tells the same of one record; a test compares the two.
create function readiness_on(statements jsonb, day date) returns text immutable language sql as $$
    select coalesce((
        select case when (said ->> 'validUntil')::date < day then 'STALE' else 'FRESH' end
        from jsonb_array_elements(statements) with ordinality s (said, place)
        where (said ->> 'effectiveOn')::date <= day
        order by (said ->> 'effectiveOn')::date desc, place desc limit 1), 'NONE')
$$;
