-- A projection can be made anew from the beginning of its owner's log while the old one goes on answering. The second generation has the
-- same names in a schema of its own: who fills it puts this schema first in the search path, and the same statements write there. The
-- switch copies it over the first generation in one transaction.
create schema rebuild;
grant usage on schema rebuild to ${runtime};

-- A row here is a rebuild under way, and how far it has come.
create table rebuild.watermark (like public.watermark including all);
create table rebuild.parked_change (like public.parked_change including all);
grant select, insert, update, delete on rebuild.watermark, rebuild.parked_change to ${runtime};

-- Which tables hold what is remembered of whose log.
create table projection (
    owner  text not null,
    record text not null,
    constraint projection_once primary key (owner, record)
);
grant select on projection to ${runtime};

-- Makes the second generation of a table and notes whose log it is filled from. References to other tables are not repeated: what is
-- copied over is checked by those of the first generation.
create function keep_generations(followed text, record regclass) returns void language plpgsql as $$
begin
    execute format('create table rebuild.%s (like public.%1$s including all)', record);
    execute format('grant select, insert, update, delete on rebuild.%s to ${runtime}', record);
    execute format('grant delete on %s to ${runtime}', record);
    perform protect(('rebuild.' || record::text)::regclass);
    insert into projection (owner, record) values (followed, record::text);
end $$;
