-- So that what is remembered can be made anew from the owners' logs while it goes on answering.
select keep_generations('delegations', 'party_reference');
select keep_generations('commitments', 'commitment_reference');
select keep_generations('commitments', 'coverage_delta');
select keep_generations('commitments', 'earlier_support_total');
