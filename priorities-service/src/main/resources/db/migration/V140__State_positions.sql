-- How parties stand to the priorities. Every statement is a row of its own, under its own label: which one holds on a day for whom is found by
-- its day, and of one day by its number.
create table party_position (
    id                uuid    primary key,
    version           bigint  not null,
    number            bigint  not null generated always as identity constraint party_position_number_unique unique,
    party             text    not null,
    series            text    not null constraint party_position_series_known check (series in ('REAL', 'EXERCISE')),
    priority          text    not null constraint party_position_priority_known references priority,
    stance            text    not null,
    reservation       text,
    stated_on         date    not null,
    source            text,
    withdrawal_reason text,
    audience_id       integer not null references audience,
    constraint party_position_reservation_due check ((stance = 'SUPPORTS_WITH_RESERVATION') = (reservation is not null))
);
create index party_position_in_order on party_position (party, priority, stated_on, number);
grant select, insert, update on party_position to ${runtime};
select protect('party_position');
select keep_versions('party_position');
