-- What other parties give of a commitment that several promise; the rest is the party's own.
alter table commitment add shares jsonb not null default '[]';
alter table commitment_version add shares jsonb not null default '[]';
-- Few are shared. Which party has a share is looked for among them: behind row security no index can be asked what a JSON contains.
create index commitment_shared on commitment (number) where shares <> '[]';
select show_amounts();

-- What was confirmed of something else is awaited again; what was withdrawn stays so.
create function shares_awaited(shares jsonb) returns jsonb immutable language sql as $$
    select jsonb_agg(case share ->> 'state' when 'CONFIRMED' then (share - 'since' - 'act') || '{"state": "AWAITED"}' else share end order by place)
    from jsonb_array_elements(shares) with ordinality as s (share, place)
$$;
