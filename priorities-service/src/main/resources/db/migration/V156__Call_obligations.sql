-- What parties have said of what is asked of them. What is asked follows from the situations and the commitments and is kept nowhere.
create table obligation (
    id              uuid    primary key,
    version         bigint  not null,
    situation_id    uuid    not null references situation,
    commitment_id   uuid    not null,
    party           text    not null,
    series          text    not null,
    exercise        boolean not null,
    acknowledged_on date    not null,
    ready_on        date,
    done_on         date,
    audience_id     integer not null references audience,
    constraint obligation_ready_before_done check (done_on is null or ready_on is not null)
);
grant select, insert, update on obligation to ${runtime};
select protect('obligation');
select keep_versions('obligation');

-- The few promises that wait for something, among all others.
create index commitment_reference_dormant on commitment_reference (series) where triggers is not null;

-- After how many days' notice what was stated of its readiness lets a commitment move on a day; null: nobody can rely on anything.
create function notice_on(readiness jsonb, day date) returns integer immutable language sql as $$
    select case when (s ->> 'valid_until')::date < day then null when s ->> 'level' = 'READY' then 0 else (s ->> 'notice_days')::integer end
    from jsonb_array_elements(readiness) with ordinality r (s, place)
    where (s ->> 'effective_on')::date <= day
    order by (s ->> 'effective_on')::date desc, place desc limit 1
$$;

-- A situation that holds calls each promise that names it: from its first day, or from that of the promise where it is later. Each party of a
-- joint promise is called for its share, as in shares_of, which the planner of PostgreSQL 17 cannot take into an outer join ("variable not found
-- in subplan target list"). The id is the same whenever it is asked.
create view obligation_called (id, situation_id, trigger, series, exercise, days, situation_audience_id, commitment_id, party, kind, priority,
    audience_id, wakes_on, due_on) with (security_invoker = true) as
select md5(s.id::text || c.id::text || p.party)::uuid, s.id, s.kind, s.series, s.exercise, s.days, s.audience_id, c.id, p.party, c.kind,
       c.priority, c.audience_id, greatest(s.from_day, c.from_day), greatest(s.from_day, c.from_day) + notice_on(c.readiness, greatest(s.from_day, c.from_day))
from situation s
join commitment_reference c on c.series = s.series and c.basis = 'GUARANTEE' and c.state = 'FILED'
    and c.triggers is not null and c.triggers @> jsonb_build_array(jsonb_build_object('kind', s.kind))
cross join lateral (
    select c.party
    union all
    select share ->> 'party' from jsonb_array_elements(c.shares) share where share ->> 'state' <> 'WITHDRAWN') p (party)
where s.days @> greatest(s.from_day, c.from_day) and coalesce(c.until_day >= greatest(s.from_day, c.from_day), true);
grant select on obligation_called to ${runtime};
