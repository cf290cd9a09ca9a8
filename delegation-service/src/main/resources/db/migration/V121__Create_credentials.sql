-- Power to represent at a gathering: issued and presented by the sender of a delegation, examined by the host. Presented anew, they are the
-- same record in a later version; the examination is of what stands.
create table credentials (
    id                 uuid    primary key,
    version            bigint  not null,
    series             text    not null,
    gathering_id       uuid    not null references gathering,
    delegation_id      uuid    not null references delegation,
    party              text    not null references party,
    host               text    not null references party,
    persons            jsonb   not null,
    issued_by          uuid    references person,
    issued_on          date    not null,
    presented_on       date    not null,
    status             text    not null constraint credentials_status_known
                               check (status in ('PRESENTED', 'ACCEPTED', 'PROVISIONAL', 'CHALLENGED')),
    examination_reason text,
    examined_on        date,
    audience_id        integer not null references audience,
    constraint credentials_presented_after_issue check (presented_on >= issued_on),
    constraint credentials_examined_on_a_day check ((status = 'PRESENTED') = (examined_on is null))
);
grant select, insert, update on credentials to ${runtime};
create index credentials_in_order on credentials (party, id);
create index credentials_of_gathering on credentials (gathering_id, party, id);
create index credentials_of_delegation on credentials (delegation_id);
select protect('credentials');
select keep_versions('credentials');
