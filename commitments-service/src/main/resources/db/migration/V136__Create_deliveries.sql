-- What is delivered of a commitment: what the giver says, and what the recipient says, which are two claims. Under the label of the
-- commitment.
create table delivery (
    id                   uuid    primary key,
    version              bigint  not null,
    -- The order in which deliveries were recorded; lists follow it.
    number               bigint  not null generated always as identity constraint delivery_number_unique unique,
    commitment_id        uuid    not null references commitment,
    party                text    not null,
    recipient            text    not null,
    series               text    not null constraint delivery_series_known check (series in ('REAL', 'EXERCISE')),
    -- The stages it came through, each with its day, in their order.
    steps                jsonb   not null,
    quantity             numeric constraint delivery_quantity_positive check (quantity > 0),
    quantity_undisclosed text,
    unit                 text,
    money                numeric constraint delivery_money_positive check (money > 0),
    money_undisclosed    text,
    currency             text,
    over_delivery        boolean not null,
    note                 text,
    -- What the recipient says; null: nothing so far.
    claim                jsonb,
    withdrawn_on         date,
    withdrawal_reason    text,
    audience_id          integer not null references audience,
    constraint delivery_to_another check (recipient <> party),
    constraint delivery_of_one_thing check (num_nonnulls(quantity, quantity_undisclosed, money, money_undisclosed) = 1)
);
create index delivery_by_commitment on delivery (commitment_id, number);
create index delivery_by_party on delivery (party, number);
create index delivery_by_recipient on delivery (recipient, number);
grant select, insert, update on delivery to ${runtime};
select protect('delivery');
select keep_versions('delivery');

-- The stage that a delivery had reached on a day; null: none. A step of which the day is not known had been done when it was recorded. The
-- class Delivery tells the same of one record; a test compares the two.
create function delivery_stage_on(steps jsonb, day date) returns text immutable language sql as $$
    select step ->> 'stage' from jsonb_array_elements(steps) with ordinality s (step, place)
    where coalesce((step ->> 'day')::date, (step ->> 'notedOn')::date) <= day
    order by place desc limit 1
$$;

-- How the recipient's claim, as far as it is about that day or an earlier one, stands to the giver's: figures that are not stated contradict
-- nothing.
create function delivery_confirmation_on(quantity numeric, money numeric, claim jsonb, day date) returns text
immutable language sql as $$
    select case
        when claim is null or coalesce((claim ->> 'day')::date, (claim ->> 'notedOn')::date) > day then 'UNCONFIRMED'
        when quantity <> (claim #>> '{quantity,quantity}')::numeric or money <> (claim #>> '{money,amount}')::numeric then 'CONTESTED'
        else 'CONFIRMED' end
$$;
