-- With every migration: the term as it is set now, and the tables. Later the service looks after them itself.
insert into read_retention values ('reads', ${reads-kept-months}) on conflict (what) do update set months = excluded.months;
select keep_months_of_reads();
