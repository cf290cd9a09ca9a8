-- The version of a record that was the latest recorded at an instant; null: it was not recorded yet. Under the viewer system, because the
-- latest version may be one that the viewer may not see, and an older one must not pass for it. Who asks joins the version row and the
-- current row: the row security of both decides whether the past state is shown.
create function version_known_at(record text, known timestamptz) returns bigint stable language plpgsql as $$
declare
    viewer text := coalesce(current_setting('surety.viewer', true), '');
    version bigint;
begin
    perform set_config('surety.viewer', 'system', true);
    select max(subject_version) into version from change where subject = record and recorded_at <= known;
    perform set_config('surety.viewer', viewer, true);
    return version;
end $$;
grant execute on function version_known_at to ${runtime};
