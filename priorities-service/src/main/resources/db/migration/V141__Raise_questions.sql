-- Operational details to be settled, each by the party that owns it. The acts - resolved, reopened - stand in the order of recording, which is
-- that of their days.
create table question (
    id          uuid    primary key,
    version     bigint  not null,
    number      bigint  not null generated always as identity constraint question_number_unique unique,
    party       text    not null,
    series      text    not null constraint question_series_known check (series in ('REAL', 'EXERCISE')),
    priority    text    not null constraint question_priority_known references priority,
    text        text    not null,
    raised_on   date    not null,
    due_on      date    not null,
    source      text,
    acts        jsonb   not null,
    audience_id integer not null references audience,
    constraint question_due_later check (due_on >= raised_on)
);
create index question_in_order on question (due_on, number);
create index question_by_party on question (party, due_on, number);
grant select, insert, update on question to ${runtime};
select protect('question');
select keep_versions('question');

-- Whether a question was settled on a day. The class Question tells the same of one record; a test compares the two.
create function question_resolved_on(acts jsonb, asked date) returns boolean immutable language sql as $$
    select coalesce((select act ->> 'act' = 'RESOLVED' from jsonb_array_elements(acts) with ordinality a (act, place)
                     where (act ->> 'day')::date <= asked order by place desc limit 1), false)
$$;
