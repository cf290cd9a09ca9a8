-- People know a commitment by its title, of the past by the one of then.
do $$
declare
    place text;
begin
    foreach place in array array['public', 'rebuild'] loop
        execute format('alter table %I.commitment_reference add title text', place);
        execute format('alter table %I.commitment_reference_past add title text', place);
    end loop;
end $$;

-- What is remembered lacks it: it is made anew from the owner's log.
insert into rebuild.watermark (owner) select owner from watermark where owner = 'commitments' on conflict do nothing;
