-- Whether a party takes part is asked of those of its guarantees that stand, by who sees them and since when they do; and first of those that need
-- no approval.
do $$
declare
    place text;
    stands text := 'basis = ''GUARANTEE'' and state = ''FILED'' and decision_in_effect is not null and (authority is null or authority = ''YES'')';
begin
    foreach place in array array['public', 'rebuild'] loop
        execute format('create index commitment_reference_participant on %I.commitment_reference '
            '(party, audience_id, (greatest(announced_on, decision_in_effect))) where %s', place, stands);
        execute format('create index commitment_reference_participant_free on %I.commitment_reference '
            '(party, audience_id, (greatest(announced_on, decision_in_effect))) where %s and coalesce(cardinality(approvals), 0) = 0', place, stands);
    end loop;
end $$;
