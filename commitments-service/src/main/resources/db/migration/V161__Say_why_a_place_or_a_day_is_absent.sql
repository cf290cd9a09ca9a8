-- Why the days of the period and the place are absent, where there is a reason.
alter table commitment add starts_undisclosed text, add ends_undisclosed text, add place_undisclosed text;
alter table commitment_version add starts_undisclosed text, add ends_undisclosed text, add place_undisclosed text;
select show_amounts();
