-- From when there is a delegation, what was planned, and what it was formed as: the beginning of its timeline, which no later row tells.
-- How many restructures and corrections it has had moves with each of them, also with one that lies in the past and changes nothing else.
do $$
declare
    record text;
begin
    foreach record in array array['delegation', 'delegation_version'] loop
        execute format('alter table %s add column formed_on date, add column formed_undisclosed text default ''UNKNOWN'','
            'add column planned_head jsonb, add column planned_members jsonb, add column formation jsonb,'
            'add column restructures integer not null default 0', record);
    end loop;
end $$;
alter table delegation add constraint delegation_formed_or_reason check ((formed_on is null) <> (formed_undisclosed is null));

-- Each restructure holds from a day on, which is resolved once, when it is recorded. A correction has the place of what it corrects; what
-- it corrects stays.
alter table restructure
    add column effective_on       date   not null default (now() at time zone 'UTC')::date,
    add column effective_basis    text   not null default 'GATHERING' constraint restructure_basis_known
                                         check (effective_basis in ('EFFECTIVE', 'ANNOUNCED', 'GATHERING')),
    add column recorded_on        date   not null default (now() at time zone 'UTC')::date,
    add column place              bigint,
    add column corrects           uuid   references restructure constraint restructure_corrected_once unique,
    add column correction_reason  text,
    add column correction_sources jsonb;

-- What was there before: under the viewer system, because the tables are protected from their owner too, and without further versions,
-- because nothing of it changes.
select set_config('surety.viewer', 'system', true);
alter table delegation disable trigger note_update;
update restructure r set place = r.delegation_version, recorded_on = (coalesce(c.recorded_at, c.appended_at) at time zone 'UTC')::date
    from change c where c.subject = r.delegation_id::text and c.subject_version = r.delegation_version;
update restructure r set
    effective_on = coalesce((r.effective_at at time zone 'UTC')::date, (r.announced_at at time zone 'UTC')::date,
        least(r.recorded_on, g.starts_on)),
    effective_basis = case when r.effective_at is not null then 'EFFECTIVE' when r.announced_at is not null then 'ANNOUNCED'
        else 'GATHERING' end
    from delegation d join gathering g on g.id = d.gathering_id where d.id = r.delegation_id;
update delegation_version v set
    formation = f.composition,
    restructures = (select count(*) from restructure r where r.delegation_id = v.id and r.delegation_version <= v.version)
    from (select id, jsonb_strip_nulls(jsonb_build_object(
            'level', coalesce(to_jsonb(level), jsonb_build_object('undisclosed', level_undisclosed)), 'levelBasis', level_basis,
            'head', jsonb_build_object('kind', head_kind, 'persons', heads), 'members', members, 'represents', represents))
            as composition
        from delegation_version where version = 1) f
    where f.id = v.id;
update delegation d set formation = v.formation, restructures = v.restructures
    from delegation_version v where v.id = d.id and v.version = d.version;
alter table delegation enable trigger note_update;
select set_config('surety.viewer', '', true);
