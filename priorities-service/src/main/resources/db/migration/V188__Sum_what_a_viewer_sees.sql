-- Whose rows the viewer sees: what row security asks of each row, here to be asked of an index. Of all for the viewer system.
create function seen_audiences() returns int[] stable language sql as $$
    select case when current_setting('surety.viewer', true) = 'system' then array(select id from audience)
        else nullif(current_setting('surety.audiences', true), '')::int[] end
$$;

-- By audience before all that a sum is made of, so that of many audiences a viewer's sum reads its own alone. Their pages have to be known to be
-- visible, or each row is looked up in the table all the same: they are vacuumed after fewer changes than tables are by default.
do $$
declare
    place text;
    sums text[];
    old text;
begin
    foreach place in array array['public', 'rebuild'] loop
        foreach sums slice 1 in array array[['coverage_total', 'until_day, series, audience_id'], ['coverage_delta', 'series, audience_id, day']] loop
            select conname into old from pg_constraint where conrelid = format('%I.%I', place, sums[1])::regclass and contype = 'u';
            execute format('alter table %I.%I drop constraint %I', place, sums[1], old);
            execute format('alter table %I.%I add constraint %I unique nulls not distinct '
                '(%s, requirement_id, priority, party, what, wakes, amounts_audience_id) include (quantity, commitments, undisclosed)',
                place, sums[1], sums[1] || '_once', sums[2]);
            execute format('alter table %I.%I set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02)',
                place, sums[1]);
        end loop;
    end loop;
end $$;
