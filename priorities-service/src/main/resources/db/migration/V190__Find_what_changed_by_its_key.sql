-- Of what was known before, who took part and since when: a question about the past asks it for each party that somebody waits for.
create index commitment_reference_past_participant on commitment_reference_past
    (party, audience_id, greatest(announced_on, decision_in_effect))
    where basis = 'GUARANTEE' and state = 'FILED' and decision_in_effect is not null and (authority is null or authority = 'YES');

-- The same as before, found otherwise: how much was recorded since an instant is not known beforehand, and what depends on it was looked for in
-- everything that depends on anything. Each `offset 0` keeps what is inside it a look into an index. And a requirement that has changed already,
-- while its change is not numbered yet, was not found: it will be recorded later than any instant that can be asked about.
create or replace function changed_since(known timestamptz) returns setof uuid stable language plpgsql as $$
declare
    viewer text := coalesce(current_setting('surety.viewer', true), '');
begin
    perform set_config('surety.viewer', 'system', true);
    return query
        with changed as materialized (select c.id, c.party from commitment_reference c where c.recorded_at > known),
            cause (depends_on) as (
                select 'COMMITMENT ' || id from changed
                union select 'PARTY ' || party from changed
                union select 'APPROVAL ' || id from approval_reference where recorded_at > known
                union select 'INSTRUMENT ' || id from instrument_reference where recorded_at > known)
        select id from changed
        union
        select d.commitment from cause c cross join lateral (
            select commitment from coverage_dependency where depends_on = c.depends_on offset 0) d
        union
        select commitment from delivery_reference where recorded_at > known
        union
        select p.commitment from (
            select distinct subject::uuid as id from change
            where (recorded_at > known or sequence is null) and type like 'org.surety.requirement.%') r
            cross join lateral (select commitment from coverage_part where requirement_id = r.id offset 0) p;
    perform set_config('surety.viewer', viewer, true);
end $$;
