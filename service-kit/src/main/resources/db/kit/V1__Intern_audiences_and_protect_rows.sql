-- Who may see a row, as one small number. An audience is a release label of an owner; equal labels share one row.
create table audience (
    id       integer generated always as identity primary key,
    key      text   not null constraint audience_key_unique unique,
    release  text   not null constraint audience_release_known check (release in ('NATIONAL', 'NAMED', 'COALITION', 'PUBLIC')),
    series   text   constraint audience_series_known check (series in ('REAL', 'EXERCISE')),
    owner    text,
    parties  text[] not null default '{}'
);
grant select, insert on audience to ${runtime};

-- Row security for a table with a column audience_id: the viewer's audiences are set at the start of each transaction; unset means no
-- rows. Forced, so that even the owner of the table is filtered. The sub-select is evaluated once a query, not once a row; after a
-- transaction with a local setting the setting reads '' and not null, hence nullif.
create function protect(record regclass) returns void language plpgsql as $$
begin
    execute format('alter table %s enable row level security', record);
    execute format('alter table %s force row level security', record);
    execute format('create policy viewer on %s using (audience_id = any '
        '((select nullif(current_setting(''surety.audiences'', true), '''')::int[])::int[]))', record);
    execute format('create policy system on %s using ((select current_setting(''surety.viewer'', true)) = ''system'')', record);
end $$;

-- The typed version rows of a record: <record>_version has the columns of the record and is written by the statement that changes it.
-- Set-based, so that an import of many rows costs one more statement and not one more a row.
create function keep_versions(record regclass) returns void language plpgsql as $$
declare
    versions text := record::text || '_version';
begin
    execute format('create table %s (like %s)', versions, record);
    execute format('alter table %s add primary key (id, version)', versions);
    execute format('create function note_%s() returns trigger language plpgsql as $f$ '
        'begin insert into %s select * from fresh; return null; end $f$', versions, versions);
    execute format('create trigger note_insert after insert on %s referencing new table as fresh '
        'for each statement execute function note_%s()', record, versions);
    execute format('create trigger note_update after update on %s referencing new table as fresh '
        'for each statement execute function note_%s()', record, versions);
    execute format('grant select, insert on %s to ${runtime}', versions);
    perform protect(versions::regclass);
end $$;
