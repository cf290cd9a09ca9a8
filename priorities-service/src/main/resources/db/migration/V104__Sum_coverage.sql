-- Coverage as dated deltas: what begins on a day is added to it, what ended the day before is taken off. The coverage of a day is the
-- sum of all deltas up to it, so that a midnight changes the answer without anybody's work.
-- A row has a requirement, or the priority of commitments that name no requirement. Undisclosed quantities are counted, never summed.
create table coverage_delta (
    series         text    not null,
    requirement_id uuid,
    priority       text,
    party          text    not null,
    kind           text    not null,
    stage          text    not null,
    audience_id    integer not null references audience,
    day            date    not null,
    quantity       numeric not null,
    commitments    integer not null,
    undisclosed    integer not null,
    constraint coverage_delta_once unique nulls not distinct
        (series, requirement_id, priority, party, kind, stage, audience_id, day)
);
create index coverage_delta_empty on coverage_delta (series) where quantity = 0 and commitments = 0 and undisclosed = 0;
grant select, insert, update, delete on coverage_delta to ${runtime};
select protect('coverage_delta');

-- What one commitment adds to coverage: the one definition, by which the deltas are kept up and by which an operator checks them.
create function coverage_of(c commitment_reference) returns table (series text, requirement_id uuid, priority text, party text, kind text,
    stage text, audience_id integer, day date, quantity numeric, commitments integer, undisclosed integer)
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
        where c.decision_in_effect is not null),
    step (stage, day, sign) as (
        select s.stage, s.first_day, 1 from stage s where c.until_day is null or s.first_day <= c.until_day
        union all
        select s.stage, c.until_day + 1, -1 from stage s where s.first_day <= c.until_day)
    select c.series, p.requirement_id, p.priority, c.party, c.kind, s.stage, c.audience_id, s.day,
           s.sign * p.quantity, s.sign, s.sign * p.undisclosed
    from part p cross join step s
    where c.basis = 'GUARANTEE' and c.state = 'FILED'
$$;

-- For the operator: where the deltas differ from a plain recomputation over what is remembered of the commitments. Always empty.
create view coverage_mismatch with (security_invoker = true) as
select series, requirement_id, priority, party, kind, stage, audience_id, day,
       sum(quantity) as quantity, sum(commitments) as commitments, sum(undisclosed) as undisclosed
from (select * from coverage_delta
      union all
      select k.series, k.requirement_id, k.priority, k.party, k.kind, k.stage, k.audience_id, k.day,
             -k.quantity, -k.commitments, -k.undisclosed
      from commitment_reference c cross join lateral coverage_of(c) k) difference
group by series, requirement_id, priority, party, kind, stage, audience_id, day
having sum(quantity) <> 0 or sum(commitments) <> 0 or sum(undisclosed) <> 0;
grant select on coverage_mismatch to ${runtime};
