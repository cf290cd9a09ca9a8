-- Parties that are spoken of together, each with the periods in which it belongs to them.
create table party_group (
    id          uuid    primary key,
    version     bigint  not null,
    series      text    not null,
    names       jsonb   not null,
    members     jsonb   not null,
    audience_id integer not null references audience
);
grant select, insert, update on party_group to ${runtime};
create index party_group_by_name on party_group ((names ->> 'en') collate "C", id);
select protect('party_group');
select keep_versions('party_group');
