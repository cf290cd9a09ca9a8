-- What was known is asked for the requirements that have changed since: they are found among the changes of requirements, not among all of this service.
create index change_of_requirement on change (recorded_at) where type like 'org.surety.requirement.%';
