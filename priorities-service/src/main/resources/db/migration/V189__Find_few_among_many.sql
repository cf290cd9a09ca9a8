-- Of many parts and dependencies the few that a question is about, from an index alone: what others give of what a party leads, what names an
-- element, what waits for a commitment.
drop index coverage_part_by_party;
create index coverage_part_by_party on coverage_part (party, commitment) include (series, audience_id, lead) where party <> lead;
drop index coverage_part_of_elements;
create index coverage_part_of_elements on coverage_part (series) include (audience_id, lead, party, requirement_id) where element is not null;
create index coverage_dependency_on_commitment on coverage_dependency (commitment) include (depends_on, audience_id)
    where depends_on like 'COMMITMENT %';
