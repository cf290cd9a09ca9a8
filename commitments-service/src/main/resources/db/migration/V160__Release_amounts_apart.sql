-- The amounts of a commitment may be released to fewer than the commitment itself; null: to the same.
alter table commitment add amounts_label text, add amounts_audience_id integer references audience;
alter table commitment_version add amounts_label text, add amounts_audience_id integer;

-- Whether the viewer may see amounts of this audience: what the row security asks of a row.
create function amounts_shown(audience integer) returns boolean stable language sql as $$
    select audience is null
        or audience = any (nullif(current_setting('surety.audiences', true), '')::int[])
        or coalesce(current_setting('surety.viewer', true) = 'system', false)
$$;

create function contributions_without_amounts(contributions jsonb) returns jsonb immutable language sql as $$
    select coalesce(jsonb_agg((part - 'quantity') || '{"undisclosed": "NOT_RELEASED"}' order by place), '[]')
    from jsonb_array_elements(contributions) with ordinality as c (part, place)
$$;

-- A figure that stands in a JSON object: the same without it.
create function figure_without_amount(figure jsonb, field text) returns jsonb immutable language sql as $$
    select (figure - field) || '{"undisclosed": "NOT_RELEASED"}'
$$;

create function claim_without_amounts(claim jsonb) returns jsonb immutable language sql as $$
    select claim
        || case when jsonb_typeof(claim -> 'quantity') = 'object'
            then jsonb_build_object('quantity', figure_without_amount(claim -> 'quantity', 'quantity')) else '{}' end
        || case when jsonb_typeof(claim -> 'money') = 'object'
            then jsonb_build_object('money', figure_without_amount(claim -> 'money', 'amount')) else '{}' end
$$;

-- What is shown of a row, column by column: the column itself, or in place of an amount that the viewer may not see the reason.
-- {r} is the row, {shown} tells whether its amounts are shown.
create function shown_column(name text) returns text immutable language sql as $$
    select case
        when name in ('quantity', 'money', 'euro', 'as_given') then format('case when {shown} then {r}.%1$I end as %1$I', name)
        when name in ('quantity_undisclosed', 'money_undisclosed', 'euro_undisclosed') then
            format('case when {shown} then {r}.%1$I when num_nonnulls({r}.%1$I, {r}.%2$I) > 0 then ''NOT_RELEASED'' end as %1$I', name,
                replace(name, '_undisclosed', ''))
        when name = 'contributions' then
            format('case when {shown} then {r}.%1$I else contributions_without_amounts({r}.%1$I) end as %1$I', name)
        when name = 'claim' then format('case when {shown} then {r}.%1$I else claim_without_amounts({r}.%1$I) end as %1$I', name)
        else format('{r}.%I', name) end
$$;

-- The views under which commitments and deliveries are read: as their tables, with the amounts that the viewer may see. To be called again by
-- every migration that gives one of the tables a column. Amounts of the past are shown where they were shown then and are now.
-- named_contributions is for finding by requirement, which is the same for everybody, by its index. Of deliveries the label of today decides.
create function show_amounts() returns void language plpgsql as $$
declare
    asked record;
    shown text;
begin
    drop view if exists commitment_shown, commitment_version_shown, delivery_shown, delivery_version_shown;
    for asked in select * from (values
        ('commitment', 'r', 'commitment r', array['r']),
        ('commitment_version', 'v', 'commitment_version v join commitment r on r.id = v.id', array['v', 'r']),
        ('delivery', 'd', 'delivery d join commitment r on r.id = d.commitment_id', array['r']),
        ('delivery_version', 'd', 'delivery_version d join commitment r on r.id = d.commitment_id', array['r'])) as a (name, r, source, rows)
    loop
        select string_agg(format('(%1$s.amounts_audience_id is null or amounts_shown(%1$s.amounts_audience_id))', one), ' and ')
        into shown from unnest(asked.rows) one;
        execute format('create view %s_shown with (security_invoker = true) as select %s%s from %s', asked.name,
            (select string_agg(replace(replace(shown_column(attname), '{r}', asked.r), '{shown}', shown), ', ' order by attnum)
             from pg_attribute where attrelid = asked.name::regclass and attnum > 0 and not attisdropped),
            case when asked.name like 'commitment%' then format(', %s.contributions as named_contributions', asked.r) else '' end,
            asked.source);
        execute format('grant select on %s_shown to ${runtime}', asked.name);
    end loop;
end $$;
select show_amounts();
