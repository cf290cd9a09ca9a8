-- How the file came and how what is kept of it is written; with which roles the importer asked; which record each row is known to be.
alter table import_job
    add format text not null default 'CSV' constraint import_job_format_known check (format in ('CSV', 'NDJSON', 'XLSX')),
    add delimiter text not null default ',',
    add quote text not null default '"',
    add decimal_comma boolean not null default false,
    add actor_roles text[] not null default '{}';
alter table import_row
    -- Two rows of a file with the same key are of one commitment.
    add key text,
    -- The version of the commitment that this row made; null where it made none.
    add commitment_version bigint;
-- Of imports under way.
select set_config('surety.viewer', 'system', true);
update import_row set key = external_id where outcome = 'PENDING';
create index import_row_by_key on import_row (import_id, party, key, number);
