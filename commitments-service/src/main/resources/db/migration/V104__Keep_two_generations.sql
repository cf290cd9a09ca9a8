-- So that what is remembered can be made anew from the owners' logs while it goes on answering.
select keep_generations('delegations', 'party_reference');
select keep_generations('priorities', 'requirement_reference');
