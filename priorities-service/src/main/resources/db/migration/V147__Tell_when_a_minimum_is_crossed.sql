-- What was told last of a requirement's minimum, at one stage: the record of which coverage.minimum-crossed tells. Not a projection: what was told
-- was told, whatever is made anew.
create table coverage_minimum (
    id             uuid    primary key,
    version        bigint  not null,
    requirement_id uuid    not null,
    stage          text    not null constraint coverage_minimum_stage_known check (stage in ('ASSURED', 'AVAILABLE')),
    met            boolean not null,
    quantity       numeric not null,
    audience_id    integer not null references audience,
    constraint coverage_minimum_once unique (requirement_id, stage)
);
grant select, insert, update on coverage_minimum to ${runtime};
select protect('coverage_minimum');

-- When all minima were last looked at: up to which change of the own log, and on which day.
create table coverage_minimum_look (
    only_row    boolean primary key default true constraint coverage_minimum_look_one_row check (only_row),
    day         date    not null,
    last_change bigint  not null
);
grant select, insert, update on coverage_minimum_look to ${runtime};
