-- An import can be taken back: what it made and nobody touched since. Which of its rows were, and which version that made.
alter table import_job
    add withdrawal_reason text,
    add withdrawal_requested_at timestamptz,
    add withdrawn_at timestamptz;
create index import_job_to_take_back on import_job (number) where withdrawal_requested_at is not null and withdrawn_at is null;
alter table import_row
    add taken_back text constraint import_row_taken_back_known check (taken_back in ('WITHDRAWN', 'RESTORED', 'DISCARDED', 'CHANGED_SINCE')),
    add taken_back_version bigint;
create index import_row_to_take_back on import_row (import_id, number) where commitment_version is not null and taken_back is null;
-- Whether a commitment stands as an import left it that was taken back: then the next import may bring it again.
create index import_row_taken_back on import_row (commitment_id) where taken_back = 'WITHDRAWN';
