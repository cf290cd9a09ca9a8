-- How much a commitment is may be released to fewer than the commitment itself; null: to the same. A sum of such amounts is for who sees both.
alter table commitment_reference add amounts_audience_id integer references audience;
alter table rebuild.commitment_reference add amounts_audience_id integer;
alter table coverage_delta add amounts_audience_id integer references audience;
alter table rebuild.coverage_delta add amounts_audience_id integer;
alter table earlier_support_total add amounts_audience_id integer references audience;
alter table rebuild.earlier_support_total add amounts_audience_id integer;

do $$
declare
    place text;
    sums text;
    old text;
begin
    foreach place in array array['public', 'rebuild'] loop
        foreach sums in array array['coverage_delta', 'earlier_support_total'] loop
            execute format('create policy amounts on %I.%I as restrictive using (amounts_audience_id is null '
                'or amounts_audience_id = any ((select nullif(current_setting(''surety.audiences'', true), '''')::int[])::int[]) '
                'or (select current_setting(''surety.viewer'', true)) = ''system'')', place, sums);
            select conname into old from pg_constraint
            where conrelid = format('%I.%I', place, sums)::regclass and contype = 'u';
            execute format('alter table %I.%I drop constraint %I', place, sums, old);
            execute format('alter table %I.%I add constraint %I unique nulls not distinct (%s, audience_id, amounts_audience_id)', place, sums,
                sums || '_once', case sums when 'coverage_delta' then 'series, requirement_id, priority, party, kind, stage, day'
                else 'series, party, category, kind' end);
        end loop;
    end loop;
end $$;

drop view coverage_mismatch, earlier_support_mismatch;
drop function coverage_of(commitment_reference, datemultirange);
drop function earlier_support_of(commitment_reference);

-- To who sees the commitment and not how much it is, it is one of which the amount is not disclosed; what the amounts' own row adds makes it what
-- it is.
create function coverage_of(c commitment_reference, refused datemultirange) returns table (series text, requirement_id uuid, priority text,
    party text, kind text, stage text, audience_id integer, day date, quantity numeric, commitments integer, undisclosed integer,
    amounts_audience_id integer)
immutable language sql as $$
    with part (requirement_id, priority, quantity, undisclosed) as (
        select (p ->> 'requirement')::uuid, null, coalesce(sum((p ->> 'quantity')::numeric), 0),
               max(counts_as_undisclosed(p ->> 'undisclosed'))
        from jsonb_array_elements(c.contributions) p group by 1
        union all
        select null, c.priority, 0, counts_as_undisclosed(c.undisclosed)
        where c.priority is not null and c.contributions = '[]'),
    shown (requirement_id, priority, quantity, commitments, undisclosed, amounts_audience_id) as (
        select requirement_id, priority, quantity, 1, undisclosed, null::integer from part where c.amounts_audience_id is null
        union all
        select requirement_id, priority, 0, 1, 1, null from part where c.amounts_audience_id is not null
        union all
        select requirement_id, priority, quantity, 0, undisclosed - 1, c.amounts_audience_id from part
        where c.amounts_audience_id is not null),
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
           s.sign * p.quantity, s.sign * p.commitments, s.sign * p.undisclosed, p.amounts_audience_id
    from shown p cross join step s
    where c.basis = 'GUARANTEE' and c.state = 'FILED'
$$;

create function earlier_support_of(c commitment_reference) returns table (series text, party text, category text, kind text,
    audience_id integer, commitments integer, euro numeric, undisclosed integer, amounts_audience_id integer)
immutable language sql as $$
    select c.series, c.party, c.category, c.kind, c.audience_id, s.commitments, s.euro, s.undisclosed, s.amounts_audience_id
    from (select 1, coalesce(c.euro, 0), counts_as_undisclosed(c.euro_undisclosed), null::integer where c.amounts_audience_id is null
          union all
          select 1, 0, 1, null where c.amounts_audience_id is not null
          union all
          select 0, coalesce(c.euro, 0), counts_as_undisclosed(c.euro_undisclosed) - 1, c.amounts_audience_id
          where c.amounts_audience_id is not null) s (commitments, euro, undisclosed, amounts_audience_id)
    where c.basis = 'EARLIER_SUPPORT' and c.state = 'FILED'
$$;

-- For the operator: where the sums differ from a plain recomputation over what is remembered of commitments and approvals. Always empty.
create view coverage_mismatch with (security_invoker = true) as
select series, requirement_id, priority, party, kind, stage, audience_id, day, amounts_audience_id,
       sum(quantity) as quantity, sum(commitments) as commitments, sum(undisclosed) as undisclosed
from (select series, requirement_id, priority, party, kind, stage, audience_id, day, quantity, commitments, undisclosed, amounts_audience_id
      from coverage_delta
      union all
      select k.series, k.requirement_id, k.priority, k.party, k.kind, k.stage, k.audience_id, k.day,
             -k.quantity, -k.commitments, -k.undisclosed, k.amounts_audience_id
      from commitment_reference c
           cross join lateral (select coalesce(range_agg(a.refused), '{}') as refused from approval_reference a
                               where a.id = any (c.approvals)) a
           cross join lateral coverage_of(c, a.refused) k) difference
group by series, requirement_id, priority, party, kind, stage, audience_id, day, amounts_audience_id
having sum(quantity) <> 0 or sum(commitments) <> 0 or sum(undisclosed) <> 0;
grant select on coverage_mismatch to ${runtime};

create view earlier_support_mismatch with (security_invoker = true) as
select series, party, category, kind, audience_id, amounts_audience_id,
       sum(commitments) as commitments, sum(euro) as euro, sum(undisclosed) as undisclosed
from (select series, party, category, kind, audience_id, commitments, euro, undisclosed, amounts_audience_id from earlier_support_total
      union all
      select k.series, k.party, k.category, k.kind, k.audience_id, -k.commitments, -k.euro, -k.undisclosed, k.amounts_audience_id
      from commitment_reference c cross join lateral earlier_support_of(c) k) difference
group by series, party, category, kind, audience_id, amounts_audience_id
having sum(commitments) <> 0 or sum(euro) <> 0 or sum(undisclosed) <> 0;
grant select on earlier_support_mismatch to ${runtime};
