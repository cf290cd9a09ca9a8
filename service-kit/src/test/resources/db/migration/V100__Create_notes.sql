-- A record of the tests, made as the records of the services are.
create table note (
    id          uuid    primary key,
    version     bigint  not null,
    text        text    not null,
    audience_id integer not null references audience
);
grant select, insert, update on note to ${runtime};
select protect('note');
select keep_versions('note');

create function is_member(code text, today date) returns boolean stable language sql as $$ select code in ('XAA', 'XAB') $$;
