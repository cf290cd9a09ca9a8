-- Where a commitment stands on a day as to the approvals that it needs, by their phases, one list each. The class ApprovalAxis tells the same of one
-- commitment; a test compares the two.
create function approvals_on(phases jsonb[], day date) returns text immutable language sql as $$
    select case
        when count(*) = 0 then 'NONE_NAMED'
        when bool_or((phase ->> 'blocks')::boolean and phase ->> 'status' in ('REFUSED', 'REVOKED')) then 'REFUSED'
        when bool_or((phase ->> 'blocks')::boolean) then 'BLOCKED'
        else 'FREE' end
    from unnest(phases) p cross join lateral (select approval_phase_on(p, day) as phase) on_day
$$;
