-- What this service remembers of party groups: which parties belong to one in which periods.
create table party_group_reference (
    id          uuid        primary key,
    version     bigint      not null,
    series      text        not null constraint party_group_reference_series_known check (series in ('REAL', 'EXERCISE')),
    names       jsonb       not null,
    members     jsonb       not null,
    audience_id integer     not null references audience,
    recorded_at timestamptz not null
);
grant select, insert, update on party_group_reference to ${runtime};
select protect('party_group_reference');
select keep_generations('delegations', 'party_group_reference');

-- What it takes the place of is kept with the instant until which it was known.
create table party_group_reference_past (known_until timestamptz not null, like party_group_reference);
create index on party_group_reference_past (id, known_until);
grant select, insert on party_group_reference_past to ${runtime};
select protect('party_group_reference_past');
select keep_generations('delegations', 'party_group_reference_past');

create function note_past_of_party_group_reference() returns trigger language plpgsql as $$
begin
    insert into party_group_reference_past select fresh.recorded_at, before.* from before join fresh using (id);
    return null;
end $$;
create trigger note_past after update on party_group_reference referencing old table as before new table as fresh
    for each statement execute function note_past_of_party_group_reference();
create trigger note_past after update on rebuild.party_group_reference referencing old table as before new table as fresh
    for each statement execute function note_past_of_party_group_reference();

-- Groups were passed over so far, by a rebuild under way too: what is remembered is made anew from the owner's log, from its beginning.
insert into rebuild.watermark (owner) select owner from watermark where owner = 'delegations'
on conflict (owner) do update set log_id = null, sequence = 0, change_id = null;
