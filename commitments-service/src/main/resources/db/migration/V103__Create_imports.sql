-- A file that was handed in, the job that reads it, and what became of each of its rows. The file stays with its job: the job goes on
-- after a restart, and the report gives the file back with an error column.
create table import_job (
    id          uuid        primary key,
    number      bigint      not null generated always as identity constraint import_job_number_unique unique,
    mapping     text        not null,
    mode        text        not null constraint import_job_mode_known check (mode in ('ALL_OR_NOTHING', 'PARTIAL')),
    dry_run     boolean     not null,
    state       text        not null constraint import_job_state_known check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
    -- Who handed it in: the actor of its changes.
    actor       text        not null,
    actor_party text,
    -- The one party whose rows it may bring; null: any.
    only_party  text,
    bytes       bigint      not null,
    rows        integer     not null,
    read        integer     not null default 0,
    imported    integer     not null default 0,
    amended     integer     not null default 0,
    unchanged   integer     not null default 0,
    rejected    integer     not null default 0,
    not_stored  integer     not null default 0,
    warnings    integer     not null default 0,
    failure     text,
    created_at  timestamptz not null,
    started_at  timestamptz,
    finished_at timestamptz,
    -- Which process works on it, until when it says it is alive, and how often one has begun.
    holder      text,
    lease_until timestamptz,
    attempts    integer     not null default 0,
    audience_id integer     not null references audience
);
create index import_job_open on import_job (number) where state in ('QUEUED', 'RUNNING');
grant select, insert, update on import_job to ${runtime};
select protect('import_job');

create table import_chunk (
    import_id   uuid    not null references import_job,
    number      integer not null,
    content     bytea   not null,
    audience_id integer not null references audience,
    constraint import_chunk_once primary key (import_id, number)
);
-- What is compressed already gains nothing, and text gains little for its time: read once or twice.
alter table import_chunk alter column content set storage external;
grant select, insert on import_chunk to ${runtime};
select protect('import_chunk');

create table import_row (
    import_id     uuid    not null references import_job,
    number        integer not null,
    line          bigint  not null,
    party         text,
    external_id   text,
    -- The commitment that the row is, by the mapping; null when it is none.
    content       jsonb,
    findings      jsonb   not null,
    outcome       text    not null constraint import_row_outcome_known
        check (outcome in ('PENDING', 'IMPORTED', 'AMENDED', 'UNCHANGED', 'REJECTED', 'NOT_STORED')),
    commitment_id uuid,
    audience_id   integer not null references audience,
    constraint import_row_once primary key (import_id, number)
);
create index import_row_by_outcome on import_row (import_id, outcome, number);
create index import_row_by_external_id on import_row (import_id, party, external_id);
grant select, insert, update on import_row to ${runtime};
select protect('import_row');
