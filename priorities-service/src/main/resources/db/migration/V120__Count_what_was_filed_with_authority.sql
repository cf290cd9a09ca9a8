-- What was filed without authority counts as pledged and as nothing more, until the authority is established.
alter table commitment_reference add authority text;
alter table rebuild.commitment_reference add authority text;

create or replace function coverage_of(c commitment_reference) returns table (series text, requirement_id uuid, priority text, party text,
    kind text, stage text, audience_id integer, day date, quantity numeric, commitments integer, undisclosed integer)
immutable language sql as $$
    with part (requirement_id, priority, quantity, undisclosed) as (
        select (p ->> 'requirement')::uuid, null, coalesce(sum((p ->> 'quantity')::numeric), 0),
               max(counts_as_undisclosed(p ->> 'undisclosed'))
        from jsonb_array_elements(c.contributions) p group by 1
        union all
        select null, c.priority, 0, counts_as_undisclosed(c.undisclosed)
        where c.priority is not null and c.contributions = '[]'),
    stage (stage, first_day) as (
        select 'PLEDGED', greatest('0001-01-01', c.from_day, c.announced_on)
        union all
        select 'COMMITTED', greatest('0001-01-01', c.from_day, c.announced_on, c.decision_in_effect)
        where c.decision_in_effect is not null and coalesce(c.authority, 'YES') = 'YES'),
    step (stage, day, sign) as (
        select s.stage, s.first_day, 1 from stage s where c.until_day is null or s.first_day <= c.until_day
        union all
        select s.stage, c.until_day + 1, -1 from stage s where s.first_day <= c.until_day)
    select c.series, p.requirement_id, p.priority, c.party, c.kind, s.stage, c.audience_id, s.day,
           s.sign * p.quantity, s.sign, s.sign * p.undisclosed
    from part p cross join step s
    where c.basis = 'GUARANTEE' and c.state = 'FILED'
$$;
