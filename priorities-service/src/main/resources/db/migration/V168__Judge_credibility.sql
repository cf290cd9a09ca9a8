-- By what the credibility of the guarantee is judged: a closed set for each series, made here, which the coordinator edits. The code is the id.
create table credibility_criterion (
    id          text    primary key,
    version     bigint  not null,
    number      integer not null constraint credibility_criterion_number_unique unique,
    series      text    not null constraint credibility_criterion_series_known check (series in ('REAL', 'EXERCISE')),
    kind        text    not null,
    title       text    not null,
    priority    text    constraint credibility_criterion_priority_known references priority,
    attributes  jsonb,
    at_least    integer constraint credibility_criterion_at_least_one check (at_least >= 1),
    percent     numeric constraint credibility_criterion_percent check (percent > 0 and percent <= 100),
    enabled     boolean not null,
    audience_id integer not null references audience,
    constraint credibility_criterion_parameters check (
        (kind = 'ATTRIBUTE_IN_PRIORITY') = (num_nonnulls(priority, attributes, at_least) = 3)
        and (kind = 'ATTRIBUTE_IN_PRIORITY' or num_nonnulls(priority, attributes, at_least) = 0)
        and (kind = 'SHARE_OF_ONE_PARTY') = (percent is not null))
);
grant select, update on credibility_criterion to ${runtime};
select protect('credibility_criterion');
select keep_versions('credibility_criterion');

-- The migration acts for nobody: the viewer system, to the end of this migration's transaction.
select set_config('surety.viewer', 'system', true);
insert into credibility_criterion (id, version, number, series, kind, title, priority, attributes, at_least, percent, enabled, audience_id)
select s.series || '_' || c.code, 1, s.first + c.place, s.series, c.kind, c.title, c.priority, c.attributes::jsonb, c.at_least, c.percent, true,
       a.id
from (values ('REAL', 0), ('EXERCISE', 100)) as s (series, first),
     (values (1, 'REQUIREMENTS_AT_MINIMUM', 'EACH_REQUIREMENT_ASSURED_AT_MINIMUM', 'Each requirement is assured at its minimum',
              null, null, null::integer, null::numeric),
             (2, 'NUCLEAR_POWER_IN_FORCE', 'ATTRIBUTE_IN_PRIORITY', 'A nuclear-capable European power in the multinational force',
              'MULTINATIONAL_FORCE', '["NUCLEAR_CAPABLE", "EUROPEAN"]', 1, null),
             (3, 'NUCLEAR_POWER_IN_RESPONSE', 'ATTRIBUTE_IN_PRIORITY', 'A nuclear-capable European power in the response to renewed aggression',
              'RENEWED_AGGRESSION_RESPONSE', '["NUCLEAR_CAPABLE", "EUROPEAN"]', 1, null),
             (4, 'SHARE_OF_ONE_PARTY', 'SHARE_OF_ONE_PARTY', 'Nothing rests on one party', null, null, null, 50),
             (5, 'NO_CIRCULAR_CONDITIONS', 'NO_CIRCULAR_CONDITIONS', 'No commitments wait for each other', null, null, null, null),
             (6, 'APPROVALS_ON_SCHEDULE', 'APPROVALS_ON_SCHEDULE', 'Approvals come on the day on which they are to be voted', null, null, null, null),
             (7, 'QUESTIONS_NOT_OVERDUE', 'OPEN_QUESTIONS_NOT_OVERDUE', 'No open question is overdue', null, null, null, null))
         as c (place, code, kind, title, priority, attributes, at_least, percent),
     audience a
where a.key = 'PUBLIC';

-- Their first version stands in the log like every other.
insert into change (change_id, type, subject, subject_version, state, changed, reason, actor, audience_id, effective_on)
select gen_random_uuid(), 'org.surety.criterion.established.v1', c.id, c.version,
       json_strip_nulls(json_build_object('code', c.id, 'series', c.series, 'kind', c.kind, 'title', c.title, 'priority', c.priority,
           'attributes', c.attributes, 'atLeast', c.at_least, 'percent', c.percent, 'enabled', c.enabled)),
       '{}', 'NEW_FACT', 'migration', c.audience_id, (now() at time zone 'UTC')::date
from credibility_criterion c order by c.number;
