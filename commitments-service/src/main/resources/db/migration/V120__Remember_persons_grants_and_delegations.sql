-- What this service remembers of persons and of their authority, which delegation-service owns: enough to tell whether an act was done
-- with authority. Under the labels that they have there.
create table person_reference (
    id          uuid    primary key,
    version     bigint  not null,
    party       text    not null,
    rank        text    not null,
    erased_on   date,
    audience_id integer not null references audience
);
grant select, insert, update on person_reference to ${runtime};
select protect('person_reference');

create table authority_reference (
    id          uuid    primary key,
    version     bigint  not null,
    party       text    not null,
    person      uuid    not null,
    ground      text    not null,
    office      text,
    act         text,
    scope       text    not null,
    from_day    date    not null,
    until_day   date,
    audience_id integer not null references audience
);
create index authority_reference_by_person on authority_reference (person);
grant select, insert, update on authority_reference to ${runtime};
select protect('authority_reference');

create table delegation_reference (
    id          uuid    primary key,
    version     bigint  not null,
    party       text    not null,
    gathering   uuid    not null,
    audience_id integer not null references audience
);
grant select, insert, update on delegation_reference to ${runtime};
select protect('delegation_reference');

-- Who belonged to a delegation: in which of its versions last, and since when no more.
create table delegation_person (
    delegation   uuid    not null,
    person       uuid    not null,
    last_version bigint  not null,
    left_on      date,
    audience_id  integer not null references audience,
    primary key (delegation, person)
);
create index delegation_person_by_person on delegation_person (person);
grant select, insert, update on delegation_person to ${runtime};
select protect('delegation_person');

select keep_generations('delegations', 'person_reference');
select keep_generations('delegations', 'authority_reference');
select keep_generations('delegations', 'delegation_reference');
select keep_generations('delegations', 'delegation_person');

-- The log is read again from its beginning, for what nobody remembered of it until now.
delete from rebuild.watermark where owner = 'delegations';
update watermark set log_id = null, sequence = 0, change_id = null where owner = 'delegations';
