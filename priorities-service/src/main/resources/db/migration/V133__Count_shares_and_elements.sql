-- What other parties give of a commitment that several promise; null: nothing.
alter table commitment_reference add shares jsonb;
alter table rebuild.commitment_reference add shares jsonb;

-- Who gives how much of a commitment: the party whose it is first, what the others leave. What is withdrawn counts for nothing.
create function shares_of(c commitment_reference) returns table (party text, percent numeric, is_lead boolean, pledged boolean, committed boolean, since date)
immutable language sql as $$
    select c.party, 100 - coalesce((select sum((s ->> 'percent')::numeric) from jsonb_array_elements(c.shares) s), 0), true, true, true, null::date
    union all
    select s ->> 'party', (s ->> 'percent')::numeric, false, s ->> 'state' <> 'WITHDRAWN', s ->> 'state' = 'CONFIRMED', (s ->> 'since')::date
    from jsonb_array_elements(c.shares) s
$$;

-- So many percent of a quantity; the whole is as it was written.
create function part_of(quantity numeric, percent numeric) returns numeric immutable language sql as $$
    select case percent when 100 then quantity else trim_scale(quantity * percent * 0.01) end
$$;

-- On which days each share counts at which stage.
create function days_of(c commitment_reference, refused datemultirange) returns table (party text, percent numeric, is_lead boolean, stage text,
    days datemultirange)
immutable language sql as $$
    with first (party, percent, is_lead, stage, day) as (
        select s.party, s.percent, s.is_lead, 'PLEDGED', greatest('0001-01-01', c.from_day, c.announced_on) from shares_of(c) s where s.pledged
        union all
        select s.party, s.percent, s.is_lead, 'COMMITTED', greatest('0001-01-01', c.from_day, c.announced_on, c.decision_in_effect, s.since)
        from shares_of(c) s
        where s.committed and c.decision_in_effect is not null and coalesce(c.authority, 'YES') = 'YES')
    select f.party, f.percent, f.is_lead, f.stage,
        datemultirange(daterange(f.day, c.until_day, '[]')) - case f.stage when 'COMMITTED' then refused else '{}' end
    from first f
    where c.basis = 'GUARANTEE' and c.state = 'FILED' and (c.until_day is null or f.day <= c.until_day)
$$;

-- A contribution of a named element is no part of the sums: it is counted once, whoever names it, and which one counts depends on who looks.
create or replace function coverage_of(c commitment_reference, refused datemultirange) returns table (series text, requirement_id uuid,
    priority text, party text, kind text, stage text, audience_id integer, day date, quantity numeric, commitments integer, undisclosed integer,
    amounts_audience_id integer)
immutable language sql as $$
    with part (requirement_id, priority, quantity, undisclosed) as (
        select (p ->> 'requirement')::uuid, null, coalesce(sum((p ->> 'quantity')::numeric), 0),
               max(counts_as_undisclosed(p ->> 'undisclosed'))
        from jsonb_array_elements(c.contributions) p where p ->> 'element' is null group by 1
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
    step (party, percent, is_lead, stage, day, sign) as (
        select d.party, d.percent, d.is_lead, d.stage, lower(r), 1 from days_of(c, refused) d cross join unnest(d.days) r
        union all
        select d.party, d.percent, d.is_lead, d.stage, upper(r), -1 from days_of(c, refused) d cross join unnest(d.days) r where not upper_inf(r))
    select c.series, p.requirement_id, p.priority, s.party, c.kind, s.stage, c.audience_id, s.day,
           s.sign * part_of(p.quantity, s.percent), s.sign * p.commitments * s.is_lead::integer, s.sign * p.undisclosed * s.is_lead::integer,
           p.amounts_audience_id
    from shown p cross join step s
$$;

-- Contributions of named elements, each on the days on which it counts.
create table coverage_element (
    commitment          uuid           not null,
    series              text           not null,
    requirement_id      uuid           not null,
    lead                text           not null,
    party               text           not null,
    element             text           not null,
    kind                text           not null,
    stage               text           not null,
    audience_id         integer        not null references audience,
    amounts_audience_id integer        references audience,
    days                datemultirange not null,
    quantity            numeric,
    undisclosed         integer        not null,
    primary key (commitment, requirement_id, element, party, stage)
);
create index coverage_element_of_series on coverage_element (series);
grant select, insert, update, delete on coverage_element to ${runtime};
select protect('coverage_element');
select keep_generations('commitments', 'coverage_element');

create function elements_of(c commitment_reference, refused datemultirange) returns setof coverage_element immutable language sql as $$
    select c.id, c.series, (p ->> 'requirement')::uuid, c.party, d.party, p ->> 'element', c.kind, d.stage, c.audience_id, c.amounts_audience_id,
        d.days, part_of(sum((p ->> 'quantity')::numeric), d.percent), max(counts_as_undisclosed(p ->> 'undisclosed'))
    from jsonb_array_elements(c.contributions) p cross join days_of(c, refused) d
    where p ->> 'element' is not null
    group by c.id, c.series, (p ->> 'requirement')::uuid, c.party, d.party, p ->> 'element', c.kind, d.stage, c.audience_id, c.amounts_audience_id,
        d.days, d.percent
$$;

-- Whether the viewer may see amounts of this audience: what the row security asks of a row.
create function amounts_shown(audience integer) returns boolean stable language sql as $$
    select audience is null
        or audience = any (nullif(current_setting('surety.audiences', true), '')::int[])
        or coalesce(current_setting('surety.viewer', true) = 'system', false)
$$;

-- For the operator, as coverage_mismatch. Always empty.
create view coverage_element_mismatch with (security_invoker = true) as
with recomputed as (
    select k.* from commitment_reference c
        cross join lateral (select coalesce(range_agg(a.refused), '{}') as refused from approval_reference a where a.id = any (c.approvals)) a
        cross join lateral elements_of(c, a.refused) k)
(select * from coverage_element except select * from recomputed) union all (select * from recomputed except select * from coverage_element);
grant select on coverage_element_mismatch to ${runtime};
