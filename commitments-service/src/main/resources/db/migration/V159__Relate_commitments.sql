-- Which commitments one takes the place of or stands in for: one value, null for most.
alter table commitment add relations jsonb;
alter table commitment_version add relations jsonb;
