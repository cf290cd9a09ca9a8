-- Into the log of commitments-service: the commitments from measure.first to measure.last, drawn by their numbers, so that the same number is the
-- same commitment in a small log and in a large one. measure.parties, of which the first promise most; of 35 there are 200 audiences; periods that begin
-- within 120 months. Of 100 guarantees 20 need an approval, one waits for another commitment, 25 sleep, 8 are joint, 10 keep their amounts for fewer and
-- one is of a named element; every tenth commitment is earlier support.
create or replace function pg_temp.draw(i bigint, what integer, n integer) returns integer immutable language sql as $$
    select ((hashint8extended(i, what) & 2147483647) % n)::integer
$$;
create or replace function pg_temp.party(k integer) returns text stable language sql as $$
    select 'X' || chr(65 + k % current_setting('measure.parties')::integer / 26) || chr(65 + k % current_setting('measure.parties')::integer % 26)
$$;
create or replace function pg_temp.named(k integer, list integer) returns text[] stable language sql as $$
    select array_agg(p order by p) from unnest(array[pg_temp.party(k + 1 + 7 * list), pg_temp.party(k + 3 + 7 * list), pg_temp.party(k + 6 + 7 * list)]) p
$$;

insert into audience (key, release, series, owner, parties)
values ('PUBLIC', 'PUBLIC', null, null, '{}')
on conflict (key) do nothing;
insert into audience (key, release, series, owner, parties)
select concat_ws('|', release, 'EXERCISE', pg_temp.party(k)), release, 'EXERCISE', pg_temp.party(k), '{}'
from generate_series(0, current_setting('measure.parties')::integer - 1) k, unnest(array['COALITION', 'NATIONAL']) release
union all
select concat_ws('|', 'NAMED', 'EXERCISE', pg_temp.party(k), array_to_string(pg_temp.named(k, list), ',')), 'NAMED', 'EXERCISE', pg_temp.party(k),
       pg_temp.named(k, list)
from generate_series(0, current_setting('measure.parties')::integer - 1) k, generate_series(0, case when k < 24 then 3 else 2 end) list
on conflict (key) do nothing;

create temporary table drawn on commit drop as
select i, party, day, d,
       case when i % 20 < 3 then 'PUBLIC' when i % 20 < 12 then 'COALITION|EXERCISE|' || party
            when i % 20 < 18 then concat_ws('|', 'NAMED', 'EXERCISE', party,
                array_to_string(pg_temp.named(k, pg_temp.draw(i, 3, case when k < 24 then 4 else 3 end)), ','))
            else 'NATIONAL|EXERCISE|' || party end as label,
       pg_temp.party(k + 1 + pg_temp.draw(i, 22, current_setting('measure.parties')::integer - 1)) as other, pg_temp.draw(i, 21, cardinality(current_setting('measure.requirements')::uuid[])) as place
from (select i, k, pg_temp.party(k) as party, date '2021-01-01' + pg_temp.draw(i, 4, 3650) as day,
             array(select pg_temp.draw(i, 100 + what, 100) from generate_series(1, 12) what) as d
      from (select i, least(pg_temp.draw(i, 1, current_setting('measure.parties')::integer), pg_temp.draw(i, 2, current_setting('measure.parties')::integer)) as k
            from generate_series(current_setting('measure.first')::bigint, current_setting('measure.last')::bigint) i) numbered) placed;

insert into change (change_id, type, subject, subject_version, state, changed, reason, actor, audience_id, effective_on, sequence, recorded_at)
select gen_random_uuid(), 'org.surety.approval.recorded.v1', md5('a' || a)::uuid, 1,
       json_strip_nulls(json_build_object('id', md5('a' || a)::uuid, 'party', party, 'series', 'EXERCISE', 'title', 'Approval ' || a, 'body', 'Assembly',
           'bodyOf', party, 'kind', case when a % 5 = 0 then 'HOST_CONSENT' else 'DEPLOYMENT' end, 'effect', 'PRIOR', 'revocable', true,
           'phases', case when pg_temp.draw(a, 2, 10) < 3 then '[{"status":"OPEN","blocks":true}]'::json
               else json_build_array(json_build_object('status', 'OPEN', 'blocks', true),
                   json_build_object('from', date '2021-01-01' + pg_temp.draw(a, 3, 3650), 'status',
                       case when pg_temp.draw(a, 2, 10) < 9 then 'GRANTED' else 'REFUSED' end, 'blocks', pg_temp.draw(a, 2, 10) >= 9)) end)),
       '{}', 'NEW_FACT', 'measure', (select id from audience where key = 'PUBLIC'), date '2026-03-01',
       (select last_sequence from log_head) + row_number() over (order by a), (select stamp from log_head)
from (select a, pg_temp.party(pg_temp.draw(a, 1, current_setting('measure.parties')::integer)) as party
      from generate_series((current_setting('measure.first')::bigint + 49) / 50, current_setting('measure.last')::bigint / 50) a) approval;
update log_head set last_sequence = coalesce((select max(sequence) from change), 0);

insert into change (change_id, type, subject, subject_version, state, changed, reason, actor, audience_id, effective_on, sequence, recorded_at)
select gen_random_uuid(), 'org.surety.commitment.imported.v1', md5('c' || i)::uuid, 1,
       json_strip_nulls(json_build_object('id', md5('c' || i)::uuid, 'party', party, 'series', 'EXERCISE', 'title', 'Measured ' || i,
           'basis', case when i % 10 = 9 then 'EARLIER_SUPPORT' else 'GUARANTEE' end, 'category', case when i % 10 = 9 then 'MILITARY' end,
           'kind', (array['FORCE_CONTRIBUTION', 'WEAPONRY', 'TRAINING', 'LOGISTICS', 'MONITORING'])[1 + i % 5], 'priority', 'MULTINATIONAL_FORCE',
           'contributions', case when i % 10 <> 9 then json_build_array(json_strip_nulls(json_build_object(
               'requirement', (current_setting('measure.requirements')::uuid[])[1 + place],
               'quantity', case when d[1] >= 5 then 1 + d[2] * 7 end, 'undisclosed', case when d[1] < 5 then 'NOT_DECIDED' end,
               'element', case when d[3] < 1 then 'Unit ' || d[4] end))) end,
           'quantity', case when d[1] >= 5 then json_build_object('quantity', 1 + d[2] * 7, 'unit', 'soldiers')
               else json_build_object('undisclosed', 'NOT_DECIDED') end,
           'money', json_build_object('undisclosed', 'NOT_APPLICABLE'),
           'euroValue', case when i % 10 = 9 then json_build_object('amount', d[2] || '.5', 'currency', 'EUR') else json_build_object('undisclosed', 'UNKNOWN') end,
           'from', day, 'until', case when d[5] >= 10 then day + 90 + pg_temp.draw(i, 5, 1500) end, 'announcedOn', day - pg_temp.draw(i, 6, 200),
           'state', case when d[4] < 5 and i % 20 <> 0 then 'WITHDRAWN' else 'FILED' end,
           'decision', case when d[6] < 80 then json_build_object('decidedOn', day - 30 + pg_temp.draw(i, 7, 60), 'source', 'order ' || i) end,
           'binding', case when d[7] < 60 then 'LEGAL' else 'POLITICAL' end,
           'approvals', case when d[8] < 20 and i >= 50 then json_build_array(md5('a' || 1 + pg_temp.draw(i, 8, (i / 50)::integer))::uuid) end,
           'conditions', case when d[9] < 1 and i > 40 then json_build_array(json_build_object('kind', 'COMMITMENT', 'commitment',
                   md5('c' || 20 * (1 + pg_temp.draw(i, 9, (i / 20 - 1)::integer)))::uuid))
               when i % 20000 = 5 then json_build_array(json_build_object('kind', 'PARTICIPATION', 'party', other)) end,
           'readiness', case when d[10] < 85 then json_build_array(json_strip_nulls(json_build_object('id', md5('s' || i)::uuid,
               'level', case when d[11] < 60 then 'READY' when d[11] < 90 then 'READY_WITH_NOTICE' else 'NOT_READY' end,
               'noticeDays', case when d[11] between 60 and 89 then 30 end, 'doneOn', day - 20, 'effectiveOn', day - 10,
               'validUntil', day + 200 + pg_temp.draw(i, 10, 900)))) end,
           'triggers', case when d[12] < 15 then '[{"kind":"CEASEFIRE_IN_FORCE"}]'::json when d[12] < 25 then '[{"kind":"RENEWED_ARMED_ATTACK"}]'::json end,
           'amountsLabel', case when d[2] < 10 and i % 20 < 18 then 'NATIONAL|EXERCISE|' || party end,
           'shares', case when d[4] > 91 then json_build_array(json_build_object('party', other, 'percent', 25, 'state', 'CONFIRMED', 'since', day - 5)) end)),
       '{}', 'NEW_FACT', 'measure', a.id, date '2026-03-01', (select last_sequence from log_head) + row_number() over (order by i),
       (select stamp from log_head)
from drawn join audience a on a.key = drawn.label;
update log_head set last_sequence = (select max(sequence) from change), published_through = (select max(sequence) from change),
    epoch = epoch + 1, lease_until = clock_timestamp();
analyze change;
