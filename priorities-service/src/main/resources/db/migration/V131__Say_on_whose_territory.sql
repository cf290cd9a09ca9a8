-- On whose territory a requirement has to be met.
alter table requirement add host text;
alter table requirement_version add host text;
