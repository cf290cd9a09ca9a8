-- What a party leads and what others give of it, by indexes that have all that is asked: of a party that has promised very much, neither the first
-- commitments nor their number is read from the rows themselves. So with what waits for commitments of a party.
drop index coverage_part_by_lead;
create index coverage_part_by_lead on coverage_part (lead, commitment) include (series, audience_id);
create index coverage_part_shared on coverage_part (lead) where party <> lead;
drop index commitment_reference_standing;
create index commitment_reference_standing on commitment_reference (party, id) include (audience_id) where basis = 'GUARANTEE' and state = 'FILED';
