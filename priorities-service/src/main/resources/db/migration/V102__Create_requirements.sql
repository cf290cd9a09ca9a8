-- What a priority needs. Quantity and minimum are in the unit, which like priority and series never changes: commitments refer to it.
create table requirement (
    id                uuid    primary key,
    version           bigint  not null,
    series            text    not null constraint requirement_series_known check (series in ('REAL', 'EXERCISE')),
    priority          text    not null constraint requirement_priority_known references priority,
    title             text    not null,
    unit              text    not null,
    quantity          numeric not null constraint requirement_quantity_positive check (quantity > 0),
    minimum           numeric not null constraint requirement_minimum_within check (minimum between 0 and quantity),
    domain            text    not null,
    place             text,
    from_day          date,
    until_day         date,
    kinds             jsonb   not null,
    binding_form      text    not null,
    attribute_rule    text,
    withdrawal_reason text,
    audience_id       integer not null references audience,
    constraint requirement_period_forward check (until_day >= from_day)
);
create index requirement_in_order on requirement (title, id);
grant select, insert, update on requirement to ${runtime};
select protect('requirement');
select keep_versions('requirement');
