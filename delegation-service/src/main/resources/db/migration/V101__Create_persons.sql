-- A person of a party. What names or describes the person stands in a table of its own, which is neither versioned nor in any change, so
-- that it can be erased while the history stays readable.
create table person (
    id          uuid    primary key,
    version     bigint  not null,
    party       text    not null references party,
    series      text    not null,
    rank        text    not null,
    audience_id integer not null references audience
);
grant select, insert, update on person to ${runtime};
create index person_of_party on person (party, id);
select protect('person');
select keep_versions('person');

create table person_identity (
    person_id uuid primary key references person,
    name      text not null,
    post      text
);
grant select, insert, update on person_identity to ${runtime};
alter table person_identity enable row level security;
alter table person_identity force row level security;
create policy as_the_person on person_identity using (exists (select from person where person.id = person_id));
