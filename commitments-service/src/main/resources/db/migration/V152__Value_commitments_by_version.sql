-- What a version of a commitment adds to a total in euro: nothing while it is a draft, or once it has been withdrawn.
create function commitment_euro(state text, euro numeric) returns numeric immutable language sql as $$
    select case state when 'FILED' then coalesce(euro, 0) else 0 end
$$;
