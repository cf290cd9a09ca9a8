-- When something was last done with each guarantee, by the day on which it was done: what a party's engagement is read from. Readiness that is stated
-- anew moves it, which no figure of coverage needs.
create table commitment_activity (
    id          uuid    primary key,
    version     bigint  not null,
    party       text    not null,
    series      text    not null,
    last_act_on date    not null,
    audience_id integer not null references audience
);
-- With what row security asks, so that the last one that a viewer may see is found without a look at the rows.
create index commitment_activity_last on commitment_activity (party, last_act_on desc) include (audience_id, id);
grant select, insert, update on commitment_activity to ${runtime};
select protect('commitment_activity');
select keep_generations('commitments', 'commitment_activity');

-- What is remembered already says as much as this; a newer version, and a rebuild, says the rest.
select set_config('surety.viewer', 'system', true);
insert into commitment_activity
select id, version, party, series, greatest(announced_on, decision_in_effect), audience_id from commitment_reference
where basis = 'GUARANTEE' and num_nonnulls(announced_on, decision_in_effect) > 0;
