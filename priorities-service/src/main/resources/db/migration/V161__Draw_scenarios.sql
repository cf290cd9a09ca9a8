-- What-ifs: named steps that are taken as given on the data of the moment at which somebody asks. Nothing that follows from them is kept.
create table scenario (
    id          uuid    primary key,
    version     bigint  not null,
    number      bigint  not null generated always as identity constraint scenario_number_unique unique,
    party       text,
    series      text    not null constraint scenario_series_known check (series in ('REAL', 'EXERCISE')),
    title       text    not null,
    steps       jsonb   not null,
    audience_id integer not null references audience
);
grant select, insert, update, delete on scenario to ${runtime};
select protect('scenario');
select keep_versions('scenario');

-- What a party gives, by itself and of what others lead.
create index coverage_part_by_lead on coverage_part (lead);
create index coverage_part_by_party on coverage_part (party) where party <> lead;
create index commitment_reference_standing on commitment_reference (party) where basis = 'GUARANTEE' and state = 'FILED';
