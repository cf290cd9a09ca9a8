-- What contributes to a requirement, or to a priority without one, is read page by page; the other contributions of a named element beside it.
do $$
declare
    place text;
begin
    foreach place in array array['public', 'rebuild'] loop
        execute format('create index coverage_part_in_order on %I.coverage_part (requirement_id, party, commitment, coalesce(element, ''''))', place);
        execute format('create index coverage_part_of_element on %I.coverage_part (requirement_id, party, element) where element is not null', place);
    end loop;
end $$;
