-- So that the last page of the few among many costs what the first one does.
create index delegation_of_series on delegation (series, party, id);
create index delegation_of_level on delegation (level, party, id);
