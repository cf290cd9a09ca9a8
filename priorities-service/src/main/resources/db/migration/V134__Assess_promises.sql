-- What decides how far a promise has come: how it binds, what it excludes, waits for and is woken by, and how ready it is; null: nothing is said.
do $$
declare
    place text;
begin
    foreach place in array array['public', 'rebuild'] loop
        execute format('alter table %I.commitment_reference add binding text, add caveats jsonb, add conditions jsonb, add readiness jsonb, '
            'add triggers jsonb', place);
        -- On which days the body stands in the way, and of a host's consent whose it is.
        execute format('alter table %I.approval_reference add blocked datemultirange not null default ''{(,)}'', add consent_of text', place);
    end loop;
end $$;

-- What this service remembers of instruments: on which days each is in force.
create table instrument_reference (
    id          uuid           primary key,
    version     bigint         not null,
    in_force    datemultirange not null,
    audience_id integer        not null references audience
);
grant select, insert, update on instrument_reference to ${runtime};
select protect('instrument_reference');
select keep_generations('commitments', 'instrument_reference');

drop view coverage_mismatch, coverage_element_mismatch;
drop function coverage_of(commitment_reference, datemultirange);
drop function elements_of(commitment_reference, datemultirange);
drop function days_of(commitment_reference, datemultirange);
drop function shares_of(commitment_reference);
drop function part_of(numeric, numeric);
drop table coverage_element, rebuild.coverage_element, coverage_delta, rebuild.coverage_delta;
delete from projection where record in ('coverage_element', 'coverage_delta');
drop index commitment_reference_by_approval;

-- That something counts on some days: as what - a stage, or why it comes no further -, and what it sleeps until.
create type counted as (what text, wakes text, days datemultirange);

-- What one party gives by one commitment to one requirement, or to the priority of a commitment that names no requirement.
create table coverage_part (
    commitment          uuid      not null,
    series              text      not null,
    requirement_id      uuid,
    priority            text,
    party               text      not null,
    lead                text      not null,
    element             text,
    quantity            numeric,
    undisclosed         integer   not null,
    audience_id         integer   not null references audience,
    amounts_audience_id integer   references audience,
    counted             counted[] not null,
    constraint coverage_part_once unique nulls not distinct (commitment, requirement_id, priority, party, element)
);
create index coverage_part_of_requirement on coverage_part (requirement_id);
create index coverage_part_of_elements on coverage_part (series) where element is not null;
grant select, insert, update, delete on coverage_part to ${runtime};
select protect('coverage_part');
select keep_generations('commitments', 'coverage_part');

-- On what else the worth of a commitment depends: APPROVAL, INSTRUMENT or COMMITMENT with an id, PARTY with a code.
create table coverage_dependency (
    depends_on  text    not null,
    commitment  uuid    not null,
    audience_id integer not null references audience,
    primary key (depends_on, commitment)
);
create index coverage_dependency_of on coverage_dependency (commitment);
grant select, insert, update, delete on coverage_dependency to ${runtime};
select protect('coverage_dependency');
select keep_generations('commitments', 'coverage_dependency');
create index commitment_reference_taking_part on commitment_reference (party) where decision_in_effect is not null;

-- Requirements that changed and whose promises are to be assessed again.
create table coverage_due (
    requirement_id uuid primary key
);
grant select, insert, delete on coverage_due to ${runtime};

-- Coverage as dated deltas: what begins on a day is added to it, what ended the day before is taken off. The coverage of a day is the
-- sum of all deltas up to it, so that a midnight changes the answer without anybody's work. What sleeps is told apart by what wakes it, so
-- that a situation changes the answer without anybody's work too.
create table coverage_delta (
    series              text    not null,
    requirement_id      uuid,
    priority            text,
    party               text    not null,
    what                text    not null,
    wakes               text,
    audience_id         integer not null references audience,
    amounts_audience_id integer references audience,
    day                 date    not null,
    quantity            numeric not null,
    commitments         integer not null,
    undisclosed         integer not null,
    constraint coverage_delta_once unique nulls not distinct
        (series, requirement_id, priority, party, what, wakes, day, audience_id, amounts_audience_id)
);
create index coverage_delta_empty on coverage_delta (series) where quantity = 0 and commitments = 0 and undisclosed = 0;
grant select, insert, update, delete on coverage_delta to ${runtime};
select protect('coverage_delta');
select keep_generations('commitments', 'coverage_delta');
do $$
declare
    place text;
begin
    foreach place in array array['public', 'rebuild'] loop
        execute format('create policy amounts on %I.coverage_delta as restrictive using (amounts_audience_id is null '
            'or amounts_audience_id = any ((select nullif(current_setting(''surety.audiences'', true), '''')::int[])::int[]) '
            'or (select current_setting(''surety.viewer'', true)) = ''system'')', place);
    end loop;
end $$;

-- What a part adds to the deltas. To who sees the commitment and not how much it is, it is one of which the amount is not disclosed; what
-- the amounts' own row adds makes it what it is. A joint commitment is counted once, at its lead party. A named element is no part of the
-- sums: it is counted once, whoever names it, and which one counts depends on who looks.
create function deltas_of(p coverage_part) returns table (series text, requirement_id uuid, priority text, party text, what text, wakes text,
    audience_id integer, amounts_audience_id integer, day date, quantity numeric, commitments integer, undisclosed integer)
immutable language sql as $$
    with shown (quantity, commitments, undisclosed, amounts_audience_id) as (
        select coalesce(p.quantity, 0), 1, p.undisclosed, null::integer where p.amounts_audience_id is null
        union all
        select 0, 1, 1, null where p.amounts_audience_id is not null
        union all
        select coalesce(p.quantity, 0), 0, p.undisclosed - 1, p.amounts_audience_id where p.amounts_audience_id is not null),
    step (what, wakes, day, sign) as (
        select c.what, c.wakes, coalesce(lower(r), '0001-01-01'), 1 from unnest(p.counted) c cross join unnest(c.days) r
        union all
        select c.what, c.wakes, upper(r), -1 from unnest(p.counted) c cross join unnest(c.days) r where not upper_inf(r))
    select p.series, p.requirement_id, p.priority, p.party, s.what, s.wakes, p.audience_id, a.amounts_audience_id, s.day,
           s.sign * a.quantity, s.sign * a.commitments * (p.party = p.lead)::integer, s.sign * a.undisclosed * (p.party = p.lead)::integer
    from shown a cross join step s
    where p.element is null
$$;

-- For the operator: where the deltas differ from the sum of all parts. Always empty.
create view coverage_mismatch with (security_invoker = true) as
select series, requirement_id, priority, party, what, wakes, audience_id, amounts_audience_id, day,
       sum(quantity) as quantity, sum(commitments) as commitments, sum(undisclosed) as undisclosed
from (select * from coverage_delta
      union all
      select k.series, k.requirement_id, k.priority, k.party, k.what, k.wakes, k.audience_id, k.amounts_audience_id, k.day,
             -k.quantity, -k.commitments, -k.undisclosed
      from coverage_part p cross join lateral deltas_of(p) k) difference
group by series, requirement_id, priority, party, what, wakes, audience_id, amounts_audience_id, day
having sum(quantity) <> 0 or sum(commitments) <> 0 or sum(undisclosed) <> 0;
grant select on coverage_mismatch to ${runtime};

-- What is remembered lacks what is asked of it now: it is made anew from the owner's log.
insert into rebuild.watermark (owner) select owner from watermark where owner = 'commitments' on conflict do nothing;
