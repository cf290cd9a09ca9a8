-- Who was given what: a row for each answered read, committed before the answer goes out. Append-only: the run-time role changes no row and
-- removes none but whole months that are over, after the term that the owner has set. A file written as a stream has two rows of one id: BEGUN before its first byte, ENDED or BROKEN_OFF before its last one. By
-- the month (UTC), so that a month goes at once.
create table recorded_read (
    id         uuid        not null,
    at         timestamptz not null default clock_timestamp(),
    part       text        not null constraint recorded_read_part_known check (part in ('WHOLE', 'BEGUN', 'ENDED', 'BROKEN_OFF')),
    subject    text        not null,
    client     text,
    party      text,
    roles      text[]      not null,
    trace_id   text,
    method     text        not null,
    path       text        not null,
    query      text,
    status     smallint    not null,
    media_type text,
    records    integer,
    digest     bytea,
    constraint recorded_read_once primary key (at, id),
    constraint recorded_read_counted check ((records is null) = (part = 'BEGUN') and (digest is null) = (part = 'BEGUN'))
) partition by range (at);
create index recorded_read_subject on recorded_read (subject, at);

-- Written by the viewer system, read by an auditor: who looks for an auditor says so in its transaction, and of which party, or '*' for all.
-- One of a party is so shown what was given to who sees what that party sees, and learns of no record that is hidden from it. Unset means no
-- rows. Forced, so that even the owner is filtered. The run-time role has no right to the tables of the months themselves.
alter table recorded_read enable row level security;
alter table recorded_read force row level security;
create policy system on recorded_read using ((select current_setting('surety.viewer', true)) = 'system');
create policy auditor on recorded_read for select using ((select current_setting('surety.viewer', true)) = 'auditor'
    and (select current_setting('surety.audited', true)) in ('*', party));
grant select, insert on recorded_read to ${runtime};

-- Whatever month comes: a read never fails for want of a table.
create table recorded_read_rest partition of recorded_read default;

-- For how many whole months before this one reads are kept. Set by each migration, by the owner: the run-time role cannot shorten it.
create table read_retention (
    what   text    primary key constraint read_retention_one check (what = 'reads'),
    months integer not null constraint read_retention_term check (months between 1 and 1200)
);

-- Makes the tables of this month and of a year to come, and drops those that are over for longer than reads are kept. A month that has rows in
-- the rest stays there until they go. For the run-time role with the rights of the owner, since it may neither make nor drop a table itself; it
-- says nothing about which. False: somebody is at the table, come again. It waits a second for a lock and no longer, because each read that is
-- to be recorded meanwhile waits behind it.
create function keep_months_of_reads() returns boolean language plpgsql security definer
    set search_path = public, pg_temp set lock_timeout = '1s' as $$
declare
    this timestamp := date_trunc('month', clock_timestamp() at time zone 'UTC');
    oldest timestamp;
    first timestamp;
    name text;
begin
    -- One at a time.
    select this - make_interval(months => months) into strict oldest from read_retention for update;
    for month in 0..12 loop
        first := this + make_interval(months => month);
        name := 'recorded_read_' || to_char(first, 'YYYY_MM');
        if to_regclass(name) is null and not exists (select from recorded_read_rest
                where at >= first at time zone 'UTC' and at < (first + interval '1 month') at time zone 'UTC') then
            execute format('create table %I partition of recorded_read for values from (%L) to (%L)', name,
                first at time zone 'UTC', (first + interval '1 month') at time zone 'UTC');
        end if;
    end loop;
    for name in select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
                where i.inhparent = 'recorded_read'::regclass and c.relname ~ '^recorded_read_\d{4}_\d\d$'
                  and c.relname < 'recorded_read_' || to_char(oldest, 'YYYY_MM') loop
        execute format('drop table %I', name);
    end loop;
    delete from recorded_read_rest where at < oldest at time zone 'UTC';
    return true;
exception when lock_not_available then
    return false;
end $$;
revoke execute on function keep_months_of_reads from public;
grant execute on function keep_months_of_reads to ${runtime};
