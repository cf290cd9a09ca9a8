-- The parties of the register. The code is the id: ISO 3166-1 alpha-3, XAA to XZZ for exercise states, or the code of an organisation.
create table party (
    id          text    primary key,
    version     bigint  not null,
    series      text    not null constraint party_series_known check (series in ('REAL', 'EXERCISE')),
    kind        text    not null constraint party_kind_known check (kind in ('STATE', 'ORGANISATION')),
    names       jsonb   not null,
    attributes  jsonb   not null,
    audience_id integer not null references audience
);
grant select, insert, update on party to ${runtime};
select protect('party');
select keep_versions('party');

-- Who is a member or beneficiary of the coalition on a day: asked when a transaction begins, before its viewer is known.
create function is_member(code text, today date) returns boolean stable language sql as $$
    select exists (select from party p, jsonb_array_elements(p.attributes) a
                   where p.id = code and a ->> 'attribute' in ('COALITION_MEMBER', 'BENEFICIARY')
                     and coalesce((a ->> 'from')::date <= today, true) and coalesce((a ->> 'until')::date >= today, true))
$$;
