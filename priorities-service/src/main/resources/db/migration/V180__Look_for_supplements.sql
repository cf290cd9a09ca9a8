-- What a commitment says of others, what has taken its place and since when, and how much it is as a whole.
do $$
declare
    place text;
    remembered text;
begin
    foreach place in array array['public', 'rebuild'] loop
        foreach remembered in array array['commitment_reference', 'commitment_reference_past'] loop
            execute format('alter table %I.%I add supersedes uuid[], add supplements uuid[], add withdrawn_on date, '
                'add successor uuid, add measure text, add quantity numeric', place, remembered);
        end loop;
    end loop;
end $$;

-- The few that were taken back, and the few that name others, among all commitments.
create index commitment_reference_withdrawn on commitment_reference (series) where basis = 'GUARANTEE' and state = 'WITHDRAWN';
create index commitment_reference_related on commitment_reference (series) where supersedes is not null or supplements is not null;

-- The migration acts for nobody: the viewer system, to the end of this migration's transaction.
select set_config('surety.viewer', 'system', true);
insert into credibility_criterion (id, version, number, series, kind, title, enabled, audience_id)
select s.series || '_SUPPLEMENTS_WHERE_MILITARY_FELL_AWAY', 1, s.first + 8, s.series, 'SUPPLEMENTS_WHERE_MILITARY_FELL_AWAY',
       'Something stands in where a military part fell away', true, a.id
from (values ('REAL', 0), ('EXERCISE', 100)) as s (series, first), audience a
where a.key = 'PUBLIC';

-- Their first version stands in the log like every other.
insert into change (change_id, type, subject, subject_version, state, changed, reason, actor, audience_id, effective_on)
select gen_random_uuid(), 'org.surety.criterion.established.v1', c.id, c.version,
       json_build_object('code', c.id, 'series', c.series, 'kind', c.kind, 'title', c.title, 'enabled', c.enabled),
       '{}', 'NEW_FACT', 'migration', c.audience_id, (now() at time zone 'UTC')::date
from credibility_criterion c where c.kind = 'SUPPLEMENTS_WHERE_MILITARY_FELL_AWAY' order by c.number;

-- What is remembered lacks what is asked of it now: it is made anew from the owner's log.
insert into rebuild.watermark (owner) select owner from watermark where owner = 'commitments' on conflict do nothing;
