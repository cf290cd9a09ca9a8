-- A text under which promises are made. What parties did with it and the versions of its text are lists in the row, as its history is; the
-- words of a version stand apart, because they are large and never change.
create table instrument (
    id                 uuid    primary key,
    version            bigint  not null,
    -- The order in which instruments were recorded; lists follow it.
    number             bigint  not null generated always as identity constraint instrument_number_unique unique,
    party              text    not null,
    series             text    not null constraint instrument_series_known check (series in ('REAL', 'EXERCISE')),
    kind               text    not null,
    title              text    not null,
    binding            text    not null constraint instrument_binding_known check (binding in ('POLITICAL', 'LEGAL')),
    place              text,
    gathering          uuid,
    adopted_on         date,
    sources            jsonb   not null,
    acts               jsonb   not null,
    texts              jsonb   not null,
    in_force_on        date,
    in_force_source    text,
    terminated_on      date,
    termination_source text,
    label              text    not null,
    audience_id        integer not null references audience
);
create index instrument_by_party on instrument (party, number);
grant select, insert, update on instrument to ${runtime};
select protect('instrument');
select keep_versions('instrument');

create table instrument_text (
    instrument  uuid    not null references instrument,
    number      integer not null,
    clauses     jsonb   not null,
    audience_id integer not null references audience,
    constraint instrument_text_once primary key (instrument, number)
);
-- A version of a text is never replaced; who may see it follows the instrument.
grant select, insert, update (audience_id) on instrument_text to ${runtime};
select protect('instrument_text');

-- Which parties take part on a day, and how: by adoptions and signatures that took effect and that no later denunciation of the same party has
-- taken back by then. Acts take effect with authority; those of the public record have no verdict. The class Participation tells the same of
-- one record; a test compares the two.
create function instrument_participation(acts jsonb, day date) returns table (party text, kind text) immutable language sql as $$
    with effective as (
        select act ->> 'party' as party, act ->> 'kind' as kind, (act ->> 'doneOn')::date as done_on, place
        from jsonb_array_elements(acts) with ordinality a (act, place)
        where (act ->> 'doneOn')::date <= day and coalesce(act #>> '{verdict,answer}', 'YES') = 'YES')
    select distinct e.party, e.kind from effective e
    where e.kind <> 'DENOUNCED' and not exists (select from effective d where d.kind = 'DENOUNCED' and d.party = e.party
        and (d.done_on, d.place) > (e.done_on, e.place))
$$;

-- Where an instrument is in its life on a day.
create function instrument_state_on(acts jsonb, adopted_on date, in_force_on date, terminated_on date, day date) returns text
immutable language sql as $$
    select case
        when terminated_on <= day then 'TERMINATED'
        when in_force_on <= day then 'IN_FORCE'
        when exists (select from instrument_participation(acts, day) where kind = 'SIGNED') then 'SIGNED'
        when adopted_on <= day or exists (select from instrument_participation(acts, day)) then 'ADOPTED'
        else 'DRAFTED' end
$$;

-- An act that is judged again belongs to a commitment or to an instrument.
alter table open_act
    alter column commitment drop not null,
    add instrument uuid references instrument,
    add constraint open_act_of_one_record check (num_nonnulls(commitment, instrument) = 1);
