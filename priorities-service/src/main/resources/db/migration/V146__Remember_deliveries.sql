-- What this service remembers of the deliveries of a commitment: how much was given since when, as the giver says, and how much was received, as the
-- recipient says. A day that nobody discloses is the one on which it was first recorded.
create table delivery_reference (
    id                 uuid    primary key,
    version            bigint  not null,
    commitment         uuid    not null,
    measure            text,
    quantity           numeric,
    delivered_on       date,
    delivered_noted_on date,
    claimed            boolean not null,
    claimed_quantity   numeric,
    claimed_on         date,
    claimed_noted_on   date,
    withdrawn_on       date,
    audience_id        integer not null references audience
);
create index delivery_reference_of on delivery_reference (commitment);
grant select, insert, update on delivery_reference to ${runtime};
select protect('delivery_reference');
select keep_generations('commitments', 'delivery_reference');

-- A part is what a party promises, or one fact about one of its deliveries: what it counts as, and its id; null: the promise.
do $$
declare
    place text;
    old text;
begin
    foreach place in array array['public', 'rebuild'] loop
        execute format('alter table %I.coverage_part add fact text', place);
        select conname into old from pg_constraint where conrelid = format('%I.coverage_part', place)::regclass and contype = 'u';
        execute format('alter table %I.coverage_part drop constraint %I', place, old);
        execute format('alter table %I.coverage_part add constraint coverage_part_once unique nulls not distinct '
            '(commitment, requirement_id, priority, party, element, fact)', place);
    end loop;
end $$;

-- As before; that giver and recipient state different figures tells something of both, so it is for who sees the amounts alone.
create or replace function deltas_of(p coverage_part) returns table (series text, requirement_id uuid, priority text, party text, what text,
    wakes text, audience_id integer, amounts_audience_id integer, day date, quantity numeric, commitments integer, undisclosed integer)
immutable language sql as $$
    with seen (as_a_whole) as (
        select p.amounts_audience_id is null or coalesce(p.fact like 'DELIVERY_CONTESTED %', false)),
    shown (quantity, commitments, undisclosed, amounts_audience_id) as (
        select coalesce(p.quantity, 0), 1, p.undisclosed, p.amounts_audience_id from seen where as_a_whole
        union all
        select 0, 1, 1, null from seen where not as_a_whole
        union all
        select coalesce(p.quantity, 0), 0, p.undisclosed - 1, p.amounts_audience_id from seen where not as_a_whole),
    step (what, wakes, day, sign) as (
        select c.what, c.wakes, coalesce(lower(r), '0001-01-01'), 1 from unnest(p.counted) c cross join unnest(c.days) r
        union all
        select c.what, c.wakes, upper(r), -1 from unnest(p.counted) c cross join unnest(c.days) r where not upper_inf(r))
    select p.series, p.requirement_id, p.priority, p.party, s.what, s.wakes, p.audience_id, a.amounts_audience_id, s.day,
           s.sign * a.quantity, s.sign * a.commitments * (p.party = p.lead)::integer, s.sign * a.undisclosed * (p.party = p.lead)::integer
    from shown a cross join step s
    where p.element is null
$$;

-- Deliveries were passed over so far: what is remembered is made anew from the owner's log, from its beginning.
insert into rebuild.watermark (owner) select owner from watermark where owner = 'commitments'
on conflict (owner) do update set log_id = null, sequence = 0, change_id = null;
