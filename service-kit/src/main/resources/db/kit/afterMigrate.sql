-- Run-time services look at the history to stay unready on an older schema.
grant select on flyway_schema_history to ${runtime};
