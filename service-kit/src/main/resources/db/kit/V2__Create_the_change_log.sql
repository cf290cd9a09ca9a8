-- One committed modification of one record: event, audit entry and history in one. Append-only: after the insert only sequence and
-- recorded_at are set, once, by the sequencing step. No retention.
create table change (
    id              bigint generated always as identity primary key,
    change_id       uuid        not null constraint change_id_unique unique,
    sequence        bigint      constraint change_sequence_unique unique,
    recorded_at     timestamptz,
    type            text        not null,
    subject         text        not null,
    subject_version bigint      not null,
    state           json        not null constraint change_state_small check (octet_length(state::text) <= 65536),
    changed         text[]      not null,
    reason          text        not null,
    actor           text        not null,
    actor_party     text,
    audience_id     integer     not null references audience,
    effective_on    date        not null,
    trace_parent    text,
    bulk            boolean     not null default false,
    withheld        boolean     not null default false,
    constraint change_follows_version unique (subject, subject_version)
);
create index change_waiting on change (id) where sequence is null and not bulk;
create index change_waiting_bulk on change (id) where sequence is null and bulk;
create index change_waiting_subject on change (subject, id) where sequence is null;
select protect('change');
grant select, insert, update (sequence, recorded_at) on change to ${runtime};

create function refuse_change_of_log() returns trigger language plpgsql as $$
begin
    raise exception 'a change is never changed';
end $$;
create trigger change_is_final before update on change for each row when (old.sequence is not null) execute function refuse_change_of_log();

-- Counter, lease and fence of the log in one row. The stamp is the clock of the last sequencing step, with changes or without.
create table log_head (
    only_row          boolean     primary key default true constraint log_head_one_row check (only_row),
    log_id            uuid        not null,
    last_sequence     bigint      not null default 0,
    published_through bigint      not null default 0,
    stamp             timestamptz not null default clock_timestamp(),
    holder            text        not null default 'nobody',
    epoch             bigint      not null default 0,
    lease_until       timestamptz not null default clock_timestamp()
);
insert into log_head (log_id) values (gen_random_uuid());
grant select, update (last_sequence, published_through, stamp, holder, epoch, lease_until) on log_head to ${runtime};
