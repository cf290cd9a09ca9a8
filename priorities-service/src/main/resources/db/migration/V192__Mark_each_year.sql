-- A day is at most half a year from a mark, not a year: what lies between is most of what a sum of any day reads.
-- First what whoever writes coverage holds: what is written beside this has to know the marks, or its totals would lack at them.
do $$
begin
    perform from watermark where owner = 'commitments' for update;
end $$;
insert into coverage_mark (day)
select d::date from generate_series(date '2019-01-01', date '2037-01-01', interval '2 years') d
on conflict (day) do nothing;

-- The migration acts for nobody: the viewer system, to the end of this migration's transaction.
select set_config('surety.viewer', 'system', true);
insert into coverage_total
select t.* from coverage_totalled() t join coverage_mark m on m.day = t.until_day
where not m.follows and extract(year from m.day)::integer % 2 = 1;
