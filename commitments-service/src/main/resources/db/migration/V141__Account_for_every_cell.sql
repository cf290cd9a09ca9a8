-- What became of the cells of each column, and the totals that the importer expects beside those found.
alter table import_job
    add cells jsonb not null default '{}',
    add controls jsonb not null default '[]';
