-- What this service remembers of approvals: the days on which a body has refused what needs them.
create table approval_reference (
    id          uuid           primary key,
    version     bigint         not null,
    refused     datemultirange not null,
    audience_id integer        not null references audience
);
grant select, insert, update on approval_reference to ${runtime};
select protect('approval_reference');
select keep_generations('commitments', 'approval_reference');

alter table commitment_reference add approvals uuid[];
alter table rebuild.commitment_reference add approvals uuid[];
create index commitment_reference_by_approval on commitment_reference using gin (approvals);

-- A decision counts on no day on which a body whose approval is needed has refused.
create function coverage_of(c commitment_reference, refused datemultirange) returns table (series text, requirement_id uuid, priority text,
    party text, kind text, stage text, audience_id integer, day date, quantity numeric, commitments integer, undisclosed integer)
immutable language sql as $$
    with part (requirement_id, priority, quantity, undisclosed) as (
        select (p ->> 'requirement')::uuid, null, coalesce(sum((p ->> 'quantity')::numeric), 0),
               max(counts_as_undisclosed(p ->> 'undisclosed'))
        from jsonb_array_elements(c.contributions) p group by 1
        union all
        select null, c.priority, 0, counts_as_undisclosed(c.undisclosed)
        where c.priority is not null and c.contributions = '[]'),
    first (stage, day) as (
        select 'PLEDGED', greatest('0001-01-01', c.from_day, c.announced_on)
        union all
        select 'COMMITTED', greatest('0001-01-01', c.from_day, c.announced_on, c.decision_in_effect)
        where c.decision_in_effect is not null and coalesce(c.authority, 'YES') = 'YES'),
    counted (stage, days) as (
        select f.stage, datemultirange(daterange(f.day, c.until_day, '[]')) - case f.stage when 'COMMITTED' then refused else '{}' end
        from first f where c.until_day is null or f.day <= c.until_day),
    step (stage, day, sign) as (
        select d.stage, lower(r), 1 from counted d cross join unnest(d.days) r
        union all
        select d.stage, upper(r), -1 from counted d cross join unnest(d.days) r where not upper_inf(r))
    select c.series, p.requirement_id, p.priority, c.party, c.kind, s.stage, c.audience_id, s.day,
           s.sign * p.quantity, s.sign, s.sign * p.undisclosed
    from part p cross join step s
    where c.basis = 'GUARANTEE' and c.state = 'FILED'
$$;

drop view coverage_mismatch;
drop function coverage_of(commitment_reference);

-- For the operator: where the deltas differ from a plain recomputation over what is remembered of commitments and approvals. Always empty.
create view coverage_mismatch with (security_invoker = true) as
select series, requirement_id, priority, party, kind, stage, audience_id, day,
       sum(quantity) as quantity, sum(commitments) as commitments, sum(undisclosed) as undisclosed
from (select * from coverage_delta
      union all
      select k.series, k.requirement_id, k.priority, k.party, k.kind, k.stage, k.audience_id, k.day,
             -k.quantity, -k.commitments, -k.undisclosed
      from commitment_reference c
           cross join lateral (select coalesce(range_agg(a.refused), '{}') as refused from approval_reference a
                               where a.id = any (c.approvals)) a
           cross join lateral coverage_of(c, a.refused) k) difference
group by series, requirement_id, priority, party, kind, stage, audience_id, day
having sum(quantity) <> 0 or sum(commitments) <> 0 or sum(undisclosed) <> 0;
grant select on coverage_mismatch to ${runtime};
