-- What was known of other owners' records: each row says when its change was recorded, and what it takes the place of is kept with the
-- instant until which it was known. So the past as it was known is made of the rows of both tables, like the log's.
do $$
declare
    remembered text[];
    place text;
begin
    foreach remembered slice 1 in array array[['commitments', 'commitment_reference', 'id'], ['commitments', 'approval_reference', 'id'],
            ['commitments', 'instrument_reference', 'id'], ['commitments', 'delivery_reference', 'id'],
            ['delegations', 'party_reference', 'code']] loop
        foreach place in array array['public', 'rebuild'] loop
            execute format('alter table %I.%I add recorded_at timestamptz not null default ''-infinity''', place, remembered[2]);
            execute format('create index %I on %I.%I (recorded_at)', remembered[2] || '_recorded', place, remembered[2]);
        end loop;
        execute format('create table %s_past (known_until timestamptz not null, like %1$s)', remembered[2]);
        execute format('create index on %s_past (%I, known_until)', remembered[2], remembered[3]);
        execute format('grant select, insert on %s_past to ${runtime}', remembered[2]);
        perform protect((remembered[2] || '_past')::regclass);
        perform keep_generations(remembered[1], (remembered[2] || '_past')::regclass);
        execute format('create function note_past_of_%s() returns trigger language plpgsql as $f$ begin '
            'insert into %1$s_past select fresh.recorded_at, before.* from before join fresh using (%2$I); return null; end $f$',
            remembered[2], remembered[3]);
        foreach place in array array['public', 'rebuild'] loop
            execute format('create trigger note_past after update on %I.%I referencing old table as before new table as fresh '
                'for each statement execute function note_past_of_%2$s()', place, remembered[2]);
        end loop;
    end loop;
end $$;

-- The commitments that were worth something else at an instant than they are now, or may have been: those that something was recorded of
-- since then, of what they depend on, or of what they contribute to. Whoever asks: who may see what of it is another matter.
create function changed_since(known timestamptz) returns setof uuid stable language plpgsql as $$
declare
    viewer text := coalesce(current_setting('surety.viewer', true), '');
begin
    perform set_config('surety.viewer', 'system', true);
    return query
        with changed as (select c.id, c.party from commitment_reference c where c.recorded_at > known)
        select id from changed
        union
        select d.commitment from coverage_dependency d join changed c on d.depends_on = 'COMMITMENT ' || c.id
        union
        select d.commitment from coverage_dependency d where d.depends_on in (
            select 'PARTY ' || party from changed
            union all select 'APPROVAL ' || id from approval_reference where recorded_at > known
            union all select 'INSTRUMENT ' || id from instrument_reference where recorded_at > known)
        union
        select commitment from delivery_reference where recorded_at > known
        union
        select p.commitment from coverage_part p where p.requirement_id in (
            select subject::uuid from change where recorded_at > known and type like 'org.surety.requirement.%');
    perform set_config('surety.viewer', viewer, true);
end $$;
grant execute on function changed_since to ${runtime};

-- What is remembered lacks when it was recorded, and what was known before: it is made anew from the owners' logs.
insert into rebuild.watermark (owner) select owner from watermark where owner in ('commitments', 'delegations') on conflict do nothing;
