-- How far the coalition has come with a priority, in each series. A step never changes: which one holds on a day is found by its day, and of one
-- day by its number. Stepping back is a step.
create table deliberation (
    id          uuid    primary key,
    version     bigint  not null,
    number      bigint  not null generated always as identity constraint deliberation_number_unique unique,
    series      text    not null constraint deliberation_series_known check (series in ('REAL', 'EXERCISE')),
    priority    text    not null constraint deliberation_priority_known references priority,
    state       text    not null,
    from_day    date    not null,
    leads       jsonb   not null,
    reason      text,
    source      text,
    audience_id integer not null references audience,
    constraint deliberation_explained check (num_nonnulls(reason, source) > 0)
);
create index deliberation_in_order on deliberation (series, priority, from_day, number);
grant select, insert on deliberation to ${runtime};
select protect('deliberation');

-- The versions of the texts, each in its languages: that there is one, from when, and where its words are. None ever changes.
create table priority_text (
    id          uuid    primary key,
    version     bigint  not null,
    series      text    not null constraint priority_text_series_known check (series in ('REAL', 'EXERCISE')),
    priority    text    not null constraint priority_text_priority_known references priority,
    number      integer not null constraint priority_text_number_positive check (number > 0),
    language    text    not null,
    status      text    not null,
    title       text    not null,
    day         date    not null,
    source      text    not null,
    audience_id integer not null references audience,
    constraint priority_text_once unique (series, priority, number, language)
);
grant select, insert on priority_text to ${runtime};
select protect('priority_text');
