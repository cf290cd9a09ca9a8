-- What a government excludes of its promise, and what must be so before it counts: lists in the row, as its history is.
alter table commitment
    add caveats    jsonb not null default '[]',
    add conditions jsonb not null default '[]';
alter table commitment_version
    add caveats    jsonb not null default '[]',
    add conditions jsonb not null default '[]';
create index commitment_with_conditions on commitment (number) where conditions <> '[]';

-- Of a requirement also in which domain it stands and on whose territory.
alter table requirement_reference
    add domain text,
    add host   text;
alter table rebuild.requirement_reference
    add domain text,
    add host   text;

-- The log is read again from its beginning, for what nobody remembered of it until now.
delete from rebuild.watermark where owner = 'priorities';
update watermark set log_id = null, sequence = 0, change_id = null where owner = 'priorities';

-- Whether the government's decision on a commitment counts on a day: filed with authority by then, in effect, not withdrawn, refused by no body.
-- phases are those of the approvals that it needs, one list each.
create function commitment_counts_on(state text, acts jsonb, announced_on date, withdrawn_on date, decided_on date, effective_on date,
    authority text, phases jsonb[], day date) returns boolean
immutable language sql as $$
    select coalesce(commitment_state_on(state, acts, announced_on, withdrawn_on, day) = 'FILED'
        and coalesce(effective_on, decided_on) <= day and coalesce(authority, 'YES') = 'YES'
        and not exists (
            select from unnest(phases) p cross join lateral (select approval_phase_on(p, day) as phase) on_day
            where (phase ->> 'blocks')::boolean and phase ->> 'status' in ('REFUSED', 'REVOKED')), false)
$$;
