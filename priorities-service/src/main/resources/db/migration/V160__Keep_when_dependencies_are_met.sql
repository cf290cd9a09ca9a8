-- On which days that is so on which a commitment depends; of an approval: on which it does not block. Who sees the commitment sees whether
-- it waits, also for what is not released to them: a what-if takes that as it is.
alter table coverage_dependency add met datemultirange not null default '{}';
alter table rebuild.coverage_dependency add met datemultirange not null default '{}';

-- What is remembered lacks what is asked of it now: it is made anew from the owner's log.
insert into rebuild.watermark (owner) select owner from watermark where owner = 'commitments' on conflict do nothing;
