-- A party's representation at one gathering. The composition changes by restructures only; the earlier one stays in the version rows and
-- in the restructure itself.
create table delegation (
    id                uuid    primary key,
    version           bigint  not null,
    series            text    not null,
    gathering_id      uuid    not null references gathering,
    party             text    not null references party,
    level             text,
    level_undisclosed text,
    level_basis       text    not null,
    planned_level     text,
    head_kind         text    not null,
    heads             jsonb   not null,
    members           jsonb   not null,
    represents        text,
    note              text,
    sources           jsonb   not null,
    audience_id       integer not null references audience,
    constraint delegation_once_a_party unique (gathering_id, party),
    constraint delegation_level_or_reason check ((level is null) <> (level_undisclosed is null))
);
grant select, insert, update on delegation to ${runtime};
create index delegation_of_party on delegation (party, id);
select protect('delegation');
select keep_versions('delegation');

-- A dated change of a delegation's composition; written once. It carries the label of its delegation.
create table restructure (
    id                     uuid    primary key,
    delegation_id          uuid    not null references delegation,
    delegation_version     bigint  not null,
    reason                 text    not null,
    announced_by           text,
    announced_at           timestamptz,
    announced_undisclosed  text,
    effective_at           timestamptz,
    effective_undisclosed  text,
    earlier                jsonb   not null,
    later                  jsonb   not null,
    sources                jsonb   not null,
    audience_id            integer not null references audience,
    constraint restructure_in_order unique (delegation_id, delegation_version)
);
grant select, insert on restructure to ${runtime};
select protect('restructure');
