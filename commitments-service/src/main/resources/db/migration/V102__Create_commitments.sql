-- What a party promises. Numbers have no scale: amounts stay as they were published, unrounded. Each value that can be absent has a
-- column for the reason beside it.
create table commitment (
    id                    uuid    primary key,
    version               bigint  not null,
    -- The order in which commitments were recorded; lists follow it.
    number                bigint  not null generated always as identity constraint commitment_number_unique unique,
    party                 text    not null,
    series                text    not null constraint commitment_series_known check (series in ('REAL', 'EXERCISE')),
    basis                 text    not null constraint commitment_basis_known check (basis in ('GUARANTEE', 'EARLIER_SUPPORT')),
    kind                  text    not null,
    category              text,
    title                 text    not null,
    description           text,
    priority              text,
    contributions         jsonb   not null,
    quantity              numeric constraint commitment_quantity_not_negative check (quantity >= 0),
    quantity_undisclosed  text,
    unit                  text,
    money                 numeric constraint commitment_money_not_negative check (money >= 0),
    money_undisclosed     text,
    currency              text,
    euro                  numeric constraint commitment_euro_not_negative check (euro >= 0),
    euro_undisclosed      text,
    starts_on             date,
    ends_on               date,
    place                 text,
    domain                text,
    announced_on          date,
    announced_undisclosed text,
    sources               jsonb   not null,
    package               text,
    external_id           text,
    -- The mapping by which it was imported, and what the source wrote in cells that have no field here; null for what a person recorded.
    mapping               text,
    as_given              jsonb,
    state                 text    not null constraint commitment_state_known check (state in ('DRAFT', 'FILED', 'WITHDRAWN')),
    decided_on            date,
    effective_on          date,
    decision_source       text,
    withdrawn_on          date,
    withdrawal_reason     text,
    -- The label it has once filed. Until then the row's own label is NATIONAL.
    filing_label          text    not null,
    audience_id           integer not null references audience,
    constraint commitment_quantity_or_reason check (quantity is null or quantity_undisclosed is null),
    constraint commitment_money_or_reason check (money is null or money_undisclosed is null),
    constraint commitment_euro_or_reason check (euro is null or euro_undisclosed is null),
    constraint commitment_something_promised check (num_nonnulls(quantity, quantity_undisclosed, money, money_undisclosed) > 0)
);
-- The key of the source includes the owning party, or a conflict would tell of another's records.
create unique index commitment_external_id_unique on commitment (party, coalesce(mapping, ''), external_id)
    where external_id is not null;
create index commitment_by_party on commitment (party, priority, number);
create index commitment_by_priority on commitment (priority, number) where priority is not null;
create index commitment_by_requirement on commitment using gin (contributions jsonb_path_ops);
grant select, insert, update, delete on commitment to ${runtime};
select protect('commitment');
select keep_versions('commitment');
