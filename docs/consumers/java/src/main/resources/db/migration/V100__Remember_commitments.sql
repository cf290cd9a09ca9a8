-- What this service remembers of commitments: of each the newest version that was applied, with its label as audience.
create table commitment_reference (
    id          uuid    constraint commitment_reference_pk primary key,
    version     bigint  not null,
    party       text    not null,
    state       text    not null,
    audience_id integer not null references audience
);
grant select, insert, update on commitment_reference to ${runtime};
select protect('commitment_reference');
-- So that it can be made anew from the owner's log while it goes on answering.
select keep_generations('commitments', 'commitment_reference');

-- The effect: how many commitments of each party are filed, as far as whoever asks may see them.
create view filed_commitments with (security_invoker = true) as
select party, count(*) as commitments from commitment_reference where state = 'FILED' group by party;
grant select on filed_commitments to ${runtime};

-- Who is a member of the coalition on a day, by which the kit tells who sees the coalition's records. This service follows no parties
-- and answers nobody; one that does follows delegations too and asks what it remembers of them.
create function is_member(party text, day date) returns boolean immutable language sql as $$ select false $$;
