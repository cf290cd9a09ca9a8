-- Under which text it is promised.
alter table commitment add instrument uuid references instrument;
alter table commitment_version add instrument uuid;
create index commitment_by_instrument on commitment (instrument, number) where instrument is not null;
