-- The five priorities: a closed set, created here and nowhere else. The code is the id.
create table priority (
    id          text    primary key,
    version     bigint  not null,
    title       text    not null,
    description text,
    audience_id integer not null references audience
);
grant select, update on priority to ${runtime};
select protect('priority');
select keep_versions('priority');

-- The migration acts for nobody: the viewer system, to the end of this migration's transaction.
select set_config('surety.viewer', 'system', true);
insert into audience (key, release) values ('PUBLIC', 'PUBLIC') on conflict do nothing;
insert into priority (id, version, title, audience_id)
select five.code, 1, five.title, a.id
from (values ('CEASEFIRE_MONITORING', 'Ceasefire monitoring mechanisms'),
             ('ARMED_FORCES_SUPPORT', 'Sustained support for Ukraine''s armed forces'),
             ('MULTINATIONAL_FORCE', 'Potential deployment of multinational forces across domains'),
             ('RENEWED_AGGRESSION_RESPONSE', 'Contingency plans for renewed aggression'),
             ('LONG_TERM_DEFENCE_COOPERATION', 'Long-term defence cooperation agreements')) as five (code, title),
     audience a
where a.key = 'PUBLIC';

-- Their first version stands in the log like every other, so that history and feed are whole from the beginning.
insert into change (change_id, type, subject, subject_version, state, changed, reason, actor, audience_id, effective_on)
select gen_random_uuid(), 'org.surety.priority.established.v1', p.id, p.version, json_build_object('code', p.id, 'title', p.title),
       '{}', 'NEW_FACT', 'migration', p.audience_id, (now() at time zone 'UTC')::date
from priority p;
