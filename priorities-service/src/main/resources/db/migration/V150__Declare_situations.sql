-- The declared fact that a trigger has occurred. What was said of it stands in acts, with the party and with the subject of the token, by
-- which two persons are told apart and which no answer has. It holds on its days: none until it was determined, and none from the day on from
-- which it is rescinded.
create table situation (
    id             uuid    primary key,
    version        bigint  not null,
    series         text    not null constraint situation_series_known check (series in ('REAL', 'EXERCISE')),
    kind           text    not null,
    exercise       boolean not null,
    title          text    not null,
    text           text,
    host           text,
    place          text,
    from_day       date    not null,
    until_day      date,
    determined_by  text    not null,
    source         text    not null,
    state          text    not null constraint situation_state_known check (state in ('PROPOSED', 'DETERMINED', 'RESCINDED')),
    determined_on  date,
    rescinded_from date,
    acts           jsonb   not null,
    audience_id    integer not null references audience,
    days           daterange not null generated always as (
        case when determined_on is null or rescinded_from <= from_day then 'empty'
        else daterange(from_day, least(until_day, rescinded_from - 1), '[]') end) stored,
    constraint situation_period_forward check (until_day >= from_day),
    constraint situation_determined_on_a_day check (state <> 'DETERMINED' or determined_on is not null),
    constraint situation_rescinded_from_a_day
        check ((state = 'RESCINDED' and determined_on is not null) = (rescinded_from is not null))
);
create index situation_in_order on situation (from_day, id);
grant select, insert, update on situation to ${runtime};
select protect('situation');
select keep_versions('situation');

-- On which days a kind is in force in a series, as far as the viewer may see: what wakes commitments. An exercise never does.
create view situation_in_force (series, kind, days) with (security_invoker = true) as
select series, kind, range_agg(days) from situation where not exercise and not isempty(days) group by series, kind;
grant select on situation_in_force to ${runtime};
