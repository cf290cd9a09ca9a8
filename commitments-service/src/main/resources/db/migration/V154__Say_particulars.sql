-- What else is said of a commitment: one value, of which each part may be absent.
alter table commitment add particulars jsonb;
alter table commitment_version add particulars jsonb;
