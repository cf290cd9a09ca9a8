-- Acts that ask for authority, each with what was judged of it and how much was known then. A list in the row, as its history is.
alter table commitment
    add point_of_contact uuid,
    add binding text constraint commitment_binding_known check (binding in ('POLITICAL', 'LEGAL')),
    add acts jsonb not null default '[]',
    -- Of the act of filing; null where it was not asked for.
    add authority text constraint commitment_authority_known check (authority in ('YES', 'NO', 'PROVISIONAL'));
alter table commitment_version
    add point_of_contact uuid,
    add binding text,
    add acts jsonb not null default '[]',
    add authority text;
create index commitment_by_actor on commitment using gin (acts jsonb_path_ops) where acts <> '[]';
create index commitment_with_contact on commitment (number) where point_of_contact is not null;

-- Acts without authority so far: what is to be judged again. Due when something became known of the person, or was not known yet.
create table open_act (
    act        uuid        primary key,
    commitment uuid        not null references commitment on delete cascade,
    person     uuid        not null,
    due        boolean     not null default true,
    tried_at   timestamptz not null default clock_timestamp()
);
create index open_act_by_person on open_act (person);
create index open_act_by_commitment on open_act (commitment);
create index open_act_due on open_act (tried_at) where due;
grant select, insert, update, delete on open_act to ${runtime};
-- Whoever acts notes it; only the review, which acts for nobody, reads it.
alter table open_act enable row level security;
alter table open_act force row level security;
create policy noted on open_act for insert with check (true);
create policy system on open_act using ((select current_setting('surety.viewer', true)) = 'system');
