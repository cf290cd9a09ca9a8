-- Coverage of a day is the sum of all deltas up to it, and of a million commitments these are millions. So what they come to is kept for some days,
-- the marks, and a sum begins at the nearest one: what lies between is added or taken off. One mark follows the current day; that a day has
-- begun and it has not followed yet costs time and changes no answer.
create table coverage_mark (
    day     date    primary key,
    follows boolean not null default false
);
create unique index coverage_mark_one_follows on coverage_mark (follows) where follows;
grant select, update on coverage_mark to ${runtime};
insert into coverage_mark (day) select d::date from generate_series(date '2018-01-01', date '2038-01-01', interval '2 years') d;
insert into coverage_mark (day, follows) values (date '2017-01-01', true);

-- What the deltas until a mark come to. Those of one mark stand together in their index, with all that is asked of them: in the table they are
-- scattered among those of the others.
create table coverage_total (
    until_day           date    not null,
    series              text    not null,
    requirement_id      uuid,
    priority            text,
    party               text    not null,
    what                text    not null,
    wakes               text,
    audience_id         integer not null references audience,
    amounts_audience_id integer references audience,
    quantity            numeric not null,
    commitments         integer not null,
    undisclosed         integer not null,
    constraint coverage_total_once unique nulls not distinct
        (until_day, series, requirement_id, priority, party, what, wakes, audience_id, amounts_audience_id)
        include (quantity, commitments, undisclosed)
);
create index coverage_total_empty on coverage_total (until_day) where quantity = 0 and commitments = 0 and undisclosed = 0;
grant select, insert, update, delete on coverage_total to ${runtime};
select protect('coverage_total');
select keep_generations('commitments', 'coverage_total');

-- The deltas of some days stand together in their index, with all that is asked of them.
do $$
declare
    place text;
    old text;
begin
    foreach place in array array['public', 'rebuild'] loop
        execute format('create policy amounts on %I.coverage_total as restrictive using (amounts_audience_id is null '
            'or amounts_audience_id = any ((select nullif(current_setting(''surety.audiences'', true), '''')::int[])::int[]) '
            'or (select current_setting(''surety.viewer'', true)) = ''system'')', place);
        select conname into old from pg_constraint where conrelid = format('%I.coverage_delta', place)::regclass and contype = 'u';
        execute format('alter table %I.coverage_delta drop constraint %I', place, old);
        execute format('alter table %I.coverage_delta add constraint coverage_delta_once unique nulls not distinct '
            '(series, day, requirement_id, priority, party, what, wakes, audience_id, amounts_audience_id) '
            'include (quantity, commitments, undisclosed)', place);
    end loop;
end $$;

-- What the deltas come to at each mark: the one definition, by which the totals are made anew and by which an operator checks them. A function,
-- because its names mean the generation of who asks.
create function coverage_totalled() returns setof coverage_total stable language sql as $$
    with until as (
        select d.series, d.requirement_id, d.priority, d.party, d.what, d.wakes, d.audience_id, d.amounts_audience_id, m.day,
            sum(d.quantity) as quantity, sum(d.commitments) as commitments, sum(d.undisclosed) as undisclosed
        from coverage_delta d
            join (select day, lag(day, 1, '-infinity') over (order by day) as after from coverage_mark) m on d.day > m.after and d.day <= m.day
        group by 1, 2, 3, 4, 5, 6, 7, 8, 9)
    select m.day, u.series, u.requirement_id, u.priority, u.party, u.what, u.wakes, u.audience_id, u.amounts_audience_id,
        sum(u.quantity), sum(u.commitments)::integer, sum(u.undisclosed)::integer
    from until u join coverage_mark m on m.day >= u.day
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9
    having sum(u.quantity) <> 0 or sum(u.commitments) <> 0 or sum(u.undisclosed) <> 0
$$;

-- For the operator: where the totals differ from that. Always empty.
create view coverage_total_mismatch with (security_invoker = true) as
select until_day, series, requirement_id, priority, party, what, wakes, audience_id, amounts_audience_id,
       sum(quantity) as quantity, sum(commitments) as commitments, sum(undisclosed) as undisclosed
from (select * from coverage_total
      union all
      select until_day, series, requirement_id, priority, party, what, wakes, audience_id, amounts_audience_id, -quantity, -commitments, -undisclosed
      from coverage_totalled()) difference
group by 1, 2, 3, 4, 5, 6, 7, 8, 9
having sum(quantity) <> 0 or sum(commitments) <> 0 or sum(undisclosed) <> 0;
grant select on coverage_total_mismatch to ${runtime};

-- The migration acts for nobody: the viewer system, to the end of this migration's transaction.
select set_config('surety.viewer', 'system', true);
insert into coverage_total select * from coverage_totalled();
