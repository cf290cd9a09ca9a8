-- What follows from the notes that a test remembers, kept up with them.
create table note_sum (
    audience_id integer primary key references audience,
    notes       bigint  not null,
    versions    bigint  not null
);
grant select, insert, update on note_sum to ${runtime};
select protect('note_sum');
select keep_generations('notes', 'note_sum');
