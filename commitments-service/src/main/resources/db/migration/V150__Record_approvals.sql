-- Authorisations by bodies, for which commitments may wait. Steps are a list in the row, as its history is; the phases follow from them and
-- from the procedure, and are kept for those who ask by SQL.
create table approval (
    id                    uuid    primary key,
    version               bigint  not null,
    number                bigint  not null generated always as identity constraint approval_number_unique unique,
    party                 text    not null,
    series                text    not null constraint approval_series_known check (series in ('REAL', 'EXERCISE')),
    title                 text    not null,
    body                  text    not null,
    body_of               text    not null,
    kind                  text    not null,
    effect                text    not null,
    blocking              boolean not null,
    revocable             boolean not null,
    tacit_after_days      integer,
    continue_after_months integer,
    granted_for_months    integer,
    legal_basis           jsonb   not null,
    description           text,
    steps                 jsonb   not null,
    phases                jsonb   not null,
    label                 text    not null,
    audience_id           integer not null references audience,
    constraint approval_tacit_has_days check ((effect = 'TACIT') = (tacit_after_days is not null)),
    constraint approval_to_continue_has_months check ((effect = 'TO_CONTINUE') = (continue_after_months is not null))
);
create index approval_by_party on approval (party, number);
grant select, insert, update on approval to ${runtime};
select protect('approval');
select keep_versions('approval');

-- The phase of an approval on a day: {"from": ..., "status": ..., "blocks": ...}.
create function approval_phase_on(phases jsonb, day date) returns jsonb
immutable language sql as $$
    select phase from jsonb_array_elements(phases) with ordinality p (phase, place)
    where phase ->> 'from' is null or (phase ->> 'from')::date <= day order by place desc limit 1
$$;

-- Which approvals a commitment needs: a list of their ids.
alter table commitment add approvals jsonb not null default '[]';
alter table commitment_version add approvals jsonb not null default '[]';
create index commitment_by_approval on commitment using gin (approvals jsonb_path_ops) where approvals <> '[]';
