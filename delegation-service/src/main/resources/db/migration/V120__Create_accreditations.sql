-- Permission for a person to attend a gathering: asked for by the sender of a delegation, granted or refused by the host, once. Sender and
-- gathering are those of the delegation, which never change; the host is the one that was asked.
create table accreditation (
    id                uuid    primary key,
    version           bigint  not null,
    series            text    not null,
    gathering_id      uuid    not null references gathering,
    delegation_id     uuid    not null references delegation,
    party             text    not null references party,
    host              text    not null references party,
    person_id         uuid    not null references person,
    status            text    not null constraint accreditation_status_known
                              check (status in ('REQUESTED', 'GRANTED', 'REFUSED', 'WITHDRAWN')),
    requested_on      date    not null,
    decision          text    constraint accreditation_decision_known check (decision in ('GRANTED', 'REFUSED')),
    decision_reason   text,
    decided_on        date,
    withdrawal_reason text,
    withdrawn_on      date,
    audience_id       integer not null references audience,
    constraint accreditation_decided_on_a_day check ((decision is null) = (decided_on is null))
);
grant select, insert, update on accreditation to ${runtime};
-- What is refused or withdrawn may be asked for anew.
create unique index accreditation_open_once on accreditation (party, delegation_id, person_id) where status in ('REQUESTED', 'GRANTED');
create index accreditation_in_order on accreditation (party, id);
create index accreditation_of_gathering on accreditation (gathering_id, party, id);
select protect('accreditation');
select keep_versions('accreditation');
