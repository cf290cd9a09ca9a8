-- The external id tells more than the mapping, and behind row security a comparison with something computed of another row cannot use an index: with
-- the mapping before the id, each row of an import looked through all that its party has.
drop index commitment_external_id_unique;
create unique index commitment_external_id_unique on commitment (party, external_id, coalesce(mapping, '')) where external_id is not null;
