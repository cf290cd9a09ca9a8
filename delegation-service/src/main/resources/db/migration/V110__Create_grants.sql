-- By a grant a person may perform a kind of act for a party in a period, on one ground. "grant" is a word of SQL, hence the longer name.
-- An office has no issuer; of what was issued, the person who issued it and the day stand here. A revocation leaves the period as it was
-- stated: the last day that holds follows from both.
create table authority_grant (
    id                uuid    primary key,
    version           bigint  not null,
    series            text    not null,
    party             text    not null references party,
    person_id         uuid    not null references person,
    ground            text    not null constraint authority_grant_ground_known
                              check (ground in ('OFFICE', 'FULL_POWERS', 'PRACTICE', 'CONFIRMATION')),
    office            text,
    act               text,
    scope             text    not null,
    holds_from        date    not null,
    holds_until       date,
    issued_by         uuid    references person,
    issued_on         date,
    issuing_authority text,
    sources           jsonb   not null,
    revoked_on        date,
    revocation_reason text,
    audience_id       integer not null references audience,
    constraint authority_grant_office_of_its_ground check ((ground = 'OFFICE') = (office is not null)),
    constraint authority_grant_ends_after_start check (holds_until >= holds_from),
    constraint authority_grant_revoked_for_a_reason check ((revoked_on is null) = (revocation_reason is null))
);
grant select, insert, update on authority_grant to ${runtime};
create index authority_grant_in_order on authority_grant (ground, party, id);
create index authority_grant_of_person on authority_grant (person_id, party);
select protect('authority_grant');
select keep_versions('authority_grant');
