-- The last applied change of each log this service follows. Every application of changes locks the row of its log.
create table watermark (
    owner     text   primary key,
    log_id    uuid,
    sequence  bigint not null default 0,
    change_id uuid
);
grant select, insert, update on watermark to ${runtime};

-- A change that alone failed three times: set aside with its reason, so that the others go on.
create table parked_change (
    owner           text        not null,
    sequence        bigint      not null,
    change_id       uuid        not null,
    type            text        not null,
    subject         text        not null,
    subject_version bigint      not null,
    envelope        json        not null,
    reason          text        not null,
    parked_at       timestamptz not null default clock_timestamp(),
    constraint parked_change_once primary key (owner, sequence)
);
grant select, insert, delete on parked_change to ${runtime};
