-- On which days nobody can take back what an approval says, and on which day the body is to vote.
do $$
declare
    place text;
begin
    foreach place in array array['public', 'rebuild'] loop
        execute format('alter table %I.approval_reference add settled datemultirange not null default ''{}'', add scheduled_vote date, '
            'add party text, add title text', place);
    end loop;
end $$;

-- The few promises that wait for something, among all others.
create index commitment_reference_conditional on commitment_reference (series) where conditions is not null;

-- What is remembered lacks what is asked of it now: it is made anew from the owner's log.
insert into rebuild.watermark (owner) select owner from watermark where owner = 'commitments' on conflict do nothing;
