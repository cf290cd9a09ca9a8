-- What waits for the decision of a host, and powers by their last day: asked for by each party, and few among many.
create index accreditation_to_decide on accreditation (host) where status = 'REQUESTED';
create index authority_grant_by_last_day on authority_grant (party, holds_until);
