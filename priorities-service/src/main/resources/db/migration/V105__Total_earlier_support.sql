-- Earlier support by party, category and kind: beside coverage, never in it.
create table earlier_support_total (
    series      text    not null,
    party       text    not null,
    category    text,
    kind        text    not null,
    audience_id integer not null references audience,
    commitments integer not null,
    euro        numeric not null,
    undisclosed integer not null,
    constraint earlier_support_total_once unique nulls not distinct (series, party, category, kind, audience_id)
);
grant select, insert, update, delete on earlier_support_total to ${runtime};
select protect('earlier_support_total');

-- What one commitment adds to the totals of earlier support.
create function earlier_support_of(c commitment_reference) returns table (series text, party text, category text, kind text,
    audience_id integer, commitments integer, euro numeric, undisclosed integer)
immutable language sql as $$
    select c.series, c.party, c.category, c.kind, c.audience_id, 1, coalesce(c.euro, 0), counts_as_undisclosed(c.euro_undisclosed)
    where c.basis = 'EARLIER_SUPPORT' and c.state = 'FILED'
$$;

-- For the operator, as coverage_mismatch. Always empty.
create view earlier_support_mismatch with (security_invoker = true) as
select series, party, category, kind, audience_id,
       sum(commitments) as commitments, sum(euro) as euro, sum(undisclosed) as undisclosed
from (select * from earlier_support_total
      union all
      select k.series, k.party, k.category, k.kind, k.audience_id, -k.commitments, -k.euro, -k.undisclosed
      from commitment_reference c cross join lateral earlier_support_of(c) k) difference
group by series, party, category, kind, audience_id
having sum(commitments) <> 0 or sum(euro) <> 0 or sum(undisclosed) <> 0;
grant select on earlier_support_mismatch to ${runtime};
