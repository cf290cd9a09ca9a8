-- Where a commitment was in its life on a day, by the days on which its acts were done; null: not filed yet, or a draft. The class Commitment
-- tells the same of one record; a test compares the two.
create function commitment_state_on(state text, acts jsonb, announced_on date, withdrawn_on date, day date) returns text
immutable language sql as $$
    select case
        when state = 'DRAFT' then null
        when coalesce((select min((act ->> 'doneOn')::date) from jsonb_array_elements(acts) act where act ->> 'kind' = 'FILING'),
                announced_on, '-infinity') > day then null
        when coalesce((select min((act ->> 'doneOn')::date) from jsonb_array_elements(acts) act
                where act ->> 'kind' = 'WITHDRAWAL' and act #>> '{verdict,answer}' = 'YES'), withdrawn_on) <= day then 'WITHDRAWN'
        else 'FILED' end
$$;
