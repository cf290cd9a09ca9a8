alter table import_job add reason text not null default 'NEW_FACT' constraint import_job_reason_known
    check (reason in ('NEW_FACT', 'CORRECTION', 'REVALUATION', 'RECLASSIFICATION', 'EXCHANGE_RATE'));
