-- The 2xx answer to a POST with an Idempotency-Key, stored with the business change itself and kept 24 h. The key belongs to the caller.
create table kept_answer (
    caller      text        not null,
    key         text        not null,
    request     text        not null,
    status      integer     not null,
    location    text,
    etag        text,
    body        text,
    kept_at     timestamptz not null,
    constraint kept_answer_once primary key (caller, key)
);
create index kept_answer_age on kept_answer (kept_at);
grant select, insert, delete on kept_answer to ${runtime};
