-- Into the log of commitments-service: of the commitments until measure.last one in a hundred promises one more, each at an instant of its own.
select from log_head for update;
insert into change (change_id, type, subject, subject_version, state, changed, reason, actor, audience_id, effective_on, sequence, recorded_at)
select gen_random_uuid(), 'org.surety.commitment.amended.v1', subject, subject_version + 1,
       case when state::jsonb #> '{contributions,0,quantity}' is null then state::jsonb
           else jsonb_set(state::jsonb, '{contributions,0,quantity}', to_jsonb((state #>> '{contributions,0,quantity}')::integer + 1)) end,
       '{contributions}', 'NEW_FACT', 'measure', audience_id, effective_on, (select last_sequence from log_head) + n,
       (select greatest(stamp, clock_timestamp()) from log_head) + n * interval '1 microsecond'
from (select row_number() over (order by i) as n, c.*
      from generate_series(37, current_setting('measure.last')::bigint, 100) i
          cross join lateral (select * from change where subject = md5('c' || i)::uuid::text order by subject_version desc limit 1) c) latest;
update log_head set last_sequence = (select max(sequence) from change), published_through = (select max(sequence) from change),
    stamp = greatest(stamp, (select max(recorded_at) from change)), epoch = epoch + 1, lease_until = clock_timestamp();
analyze change;
