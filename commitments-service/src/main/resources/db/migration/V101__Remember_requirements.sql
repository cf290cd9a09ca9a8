-- What this service remembers of the requirements, which priorities-service owns: enough to tell whether a contribution fits. Under the
-- requirement's own label: what a party may not see, it cannot name either.
create table requirement_reference (
    id          uuid    primary key,
    version     bigint  not null,
    series      text    not null constraint requirement_reference_series_known check (series in ('REAL', 'EXERCISE')),
    priority    text    not null,
    title       text    not null,
    unit        text    not null,
    kinds       text[]  not null,
    withdrawn   boolean not null,
    audience_id integer not null references audience
);
grant select, insert, update on requirement_reference to ${runtime};
select protect('requirement_reference');
