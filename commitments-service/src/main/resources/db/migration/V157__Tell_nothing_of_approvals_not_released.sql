-- Where a commitment stands as to its approvals cannot be told to who does not see all that it names.
drop function approvals_on(jsonb[], date);
create function approvals_on(phases jsonb[], named integer, day date) returns text immutable language sql as $$
    select case
        when named = 0 then 'NONE_NAMED'
        when bool_or((phase ->> 'blocks')::boolean and phase ->> 'status' in ('REFUSED', 'REVOKED')) then 'REFUSED'
        when bool_or((phase ->> 'blocks')::boolean) then 'BLOCKED'
        when count(*) < named then 'UNDISCLOSED'
        else 'FREE' end
    from unnest(phases) p cross join lateral (select approval_phase_on(p, day) as phase) on_day
$$;
