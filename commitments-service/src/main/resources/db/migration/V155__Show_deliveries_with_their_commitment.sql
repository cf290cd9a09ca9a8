-- A delivery has the label of its commitment, which may change in many ways. Whatever way it was, who does not see the commitment does not see
-- what was delivered of it.
create policy with_its_commitment on delivery as restrictive for select
    using (exists (select from commitment c where c.id = commitment_id));
create policy with_its_commitment on delivery_version as restrictive for select
    using (exists (select from commitment c where c.id = commitment_id));
