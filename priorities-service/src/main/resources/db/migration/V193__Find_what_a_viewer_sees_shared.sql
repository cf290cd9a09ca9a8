-- Of what a party leads and others have a part in, what the viewer sees: each row lies in a page of its own, and the others' pages are not read.
drop index coverage_part_shared;
create index coverage_part_shared on coverage_part (lead, audience_id) where party <> lead;
