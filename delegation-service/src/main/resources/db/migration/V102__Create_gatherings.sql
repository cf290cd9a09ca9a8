create table gathering (
    id          uuid    primary key,
    version     bigint  not null,
    series      text    not null,
    title       text    not null,
    place       text,
    host        text    not null references party,
    co_chairs   jsonb   not null,
    starts_on   date    not null,
    ends_on     date    not null constraint gathering_ends_after_start check (ends_on >= starts_on),
    agenda      text,
    status      text    not null,
    sources     jsonb   not null,
    audience_id integer not null references audience
);
grant select, insert, update on gathering to ${runtime};
create index gathering_in_time on gathering (starts_on, id);
select protect('gathering');
select keep_versions('gathering');
