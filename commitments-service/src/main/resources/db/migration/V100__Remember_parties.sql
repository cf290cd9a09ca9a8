-- What this service remembers of the parties, which delegation-service owns.
create table party_reference (
    id          text    primary key,
    version     bigint  not null,
    series      text    not null constraint party_reference_series_known check (series in ('REAL', 'EXERCISE')),
    kind        text    not null,
    name        text    not null,
    attributes  jsonb   not null,
    audience_id integer not null references audience
);
grant select, insert, update on party_reference to ${runtime};
select protect('party_reference');

-- Who is a member or beneficiary of the coalition on a day: asked when a transaction begins, before its viewer is known.
create function is_member(code text, today date) returns boolean stable language sql as $$
    select exists (select from party_reference p, jsonb_array_elements(p.attributes) a
                   where p.id = code and a ->> 'attribute' in ('COALITION_MEMBER', 'BENEFICIARY')
                     and coalesce((a ->> 'from')::date <= today, true) and coalesce((a ->> 'until')::date >= today, true))
$$;
