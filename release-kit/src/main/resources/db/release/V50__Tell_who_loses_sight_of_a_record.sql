-- Whoever follows the released form of the log and saw a record has to be told when it is released to fewer: the change that narrows it is
-- none of theirs any more. The note stands under the audience that the record had before, so row security shows it to those who saw it; who
-- is in the new audience too is not told. Numbered with its change, final as that.
create table withdrawal (
    change_id       uuid    primary key references change (change_id),
    subject         text    not null,
    subject_version bigint  not null,
    sequence        bigint  constraint withdrawal_sequence_unique unique,
    recorded_at     timestamptz,
    audience_id     integer not null references audience,
    to_audience_id  integer not null references audience
);
create index withdrawal_released on withdrawal (audience_id, sequence) where sequence is not null;
create index withdrawal_waiting on withdrawal (change_id) where sequence is null;
create index withdrawal_subject on withdrawal (subject, subject_version);
select protect('withdrawal');
grant select, insert, update (sequence, recorded_at) on withdrawal to ${runtime};

-- Where the log goes on for a viewer is found audience by audience: what is hidden in between is not read, so it costs no time that could tell of it.
create index change_released on change (audience_id, sequence) where sequence is not null;

-- Whether all who see a record under one audience surely see it under the other. False where it depends on memberships: the reader decides then.
create function is_covered(before audience, after audience) returns boolean immutable language sql as $$
    select after.release = 'PUBLIC' or coalesce(before.owner = after.owner, false)
        and (before.release = 'NATIONAL' or before.release = 'NAMED' and after.release = 'NAMED' and before.parties <@ after.parties)
$$;

-- Under the viewer system, because nobody may narrow a record and leave no note. Set-based: an import of many rows costs one more statement.
create function note_withdrawals() returns trigger language plpgsql as $$
declare
    viewer text := coalesce(current_setting('surety.viewer', true), '');
begin
    if exists (select from fresh where subject_version > 1) then
        perform set_config('surety.viewer', 'system', true);
        insert into withdrawal (change_id, subject, subject_version, audience_id, to_audience_id)
        select f.change_id, f.subject, f.subject_version, b.audience_id, f.audience_id
        from fresh f
        cross join lateral (select c.audience_id from change c where c.subject = f.subject and c.subject_version < f.subject_version
                            order by c.subject_version desc limit 1) b
        join audience before on before.id = b.audience_id
        join audience after on after.id = f.audience_id
        where f.subject_version > 1 and b.audience_id <> f.audience_id and not is_covered(before, after);
        perform set_config('surety.viewer', viewer, true);
    end if;
    return null;
end $$;
create trigger note_withdrawals after insert on change referencing new table as fresh for each statement execute function note_withdrawals();

-- In the transaction that numbers the changes, whose head of the log still stands before them.
create function number_withdrawals() returns trigger language plpgsql as $$
begin
    if exists (select from withdrawal where sequence is null) then
        update withdrawal w set sequence = c.sequence, recorded_at = c.recorded_at
        from change c where c.sequence > (select last_sequence from log_head) and w.change_id = c.change_id and w.sequence is null;
    end if;
    return null;
end $$;
create trigger number_withdrawals after update on change for each statement execute function number_withdrawals();

create function refuse_change_of_withdrawal() returns trigger language plpgsql as $$
begin
    raise exception 'a withdrawal is never changed';
end $$;
create trigger withdrawal_is_final before update on withdrawal for each row when (old.sequence is not null)
    execute function refuse_change_of_withdrawal();

-- What happened before this table was there.
select set_config('surety.viewer', 'system', true);
insert into withdrawal (change_id, subject, subject_version, sequence, recorded_at, audience_id, to_audience_id)
select c.change_id, c.subject, c.subject_version, c.sequence, c.recorded_at, c.previous, c.audience_id
from (select *, lag(audience_id) over (partition by subject order by subject_version) as previous from change) c
join audience before on before.id = c.previous
join audience after on after.id = c.audience_id
where c.previous <> c.audience_id and not is_covered(before, after);
select set_config('surety.viewer', '', true);
