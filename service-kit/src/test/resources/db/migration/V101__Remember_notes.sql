-- What a test remembers of a log, as the services remember what others own. The owners are made up: each test follows as another.
create table remembered_note (
    id          text    primary key,
    version     bigint  not null,
    audience_id integer not null references audience
);
grant select, insert, update on remembered_note to ${runtime};
select protect('remembered_note');
select keep_generations('notes', 'remembered_note');
