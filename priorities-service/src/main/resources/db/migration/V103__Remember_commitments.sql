-- What this service remembers of the commitments: as much of their state as coverage is made of.
create table commitment_reference (
    id                   uuid    primary key,
    version              bigint  not null,
    party                text    not null,
    series               text    not null,
    basis                text    not null,
    kind                 text    not null,
    category             text,
    priority             text,
    contributions        jsonb   not null,
    undisclosed          text,
    euro                 numeric,
    euro_undisclosed     text,
    from_day             date,
    until_day            date,
    announced_on         date,
    state                text    not null,
    decision_in_effect   date,
    audience_id          integer not null references audience
);
grant select, insert, update on commitment_reference to ${runtime};
select protect('commitment_reference');

-- Whether a value counts as undisclosed: it is absent, and not because the question has no meaning.
create function counts_as_undisclosed(reason text) returns integer immutable language sql as $$
    select case when reason <> 'NOT_APPLICABLE' then 1 else 0 end
$$;
