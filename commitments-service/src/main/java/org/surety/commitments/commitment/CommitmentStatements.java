package org.surety.commitments.commitment;

/** The statements of {@link CommitmentStore}. Each takes the rows of one import from a number to a number that are still PENDING. */
final class CommitmentStatements {

    /** The parties of the rows. Parameters: import, first number, last number. */
    static final String PARTIES = """
            select distinct party from import_row where import_id = ? and number between ? and ? and outcome = 'PENDING'""";

    private static final String STAGED = """
            with staged as materialized (
                select r.import_id, r.number, r.party, r.external_id, o.audience_id, o.label, c.*
                from import_row r
                join unnest(?, ?, ?) as o (party, audience_id, label) on o.party = r.party
                cross join lateral jsonb_to_record(r.content) as c (kind text, category text, title text, description text,
                    quantity numeric, quantity_undisclosed text, unit text, money numeric, money_undisclosed text, currency text,
                    euro numeric, euro_undisclosed text, announced_on date, announced_undisclosed text, sources jsonb,
                    package_id text, as_given jsonb)
                where r.import_id = ? and r.number between ? and ? and r.outcome = 'PENDING'),
            known as materialized (
                select s.number, k.id, k.version, k.state <> 'WITHDRAWN'
                    and (k.kind, k.category, k.title, k.description, k.quantity, k.quantity_undisclosed, k.unit, k.money,
                         k.money_undisclosed, k.currency, k.euro, k.euro_undisclosed, k.announced_on, k.announced_undisclosed, k.sources,
                         k.package, k.as_given)
                    is distinct from
                        (s.kind, s.category, s.title, s.description, s.quantity, s.quantity_undisclosed, s.unit, s.money,
                         s.money_undisclosed, s.currency, s.euro, s.euro_undisclosed, s.announced_on, s.announced_undisclosed, s.sources,
                         s.package_id, s.as_given) as differs
                from staged s join commitment k
                    on k.party = s.party and coalesce(k.mapping, '') = ? and k.external_id = s.external_id)""";

    /**
     * Stores what is new, amends what differs and notes what became of each row. Parameters: parties, audiences, labels; import, first
     * number, last number; mapping; series, basis, mapping.
     */
    static final String STORE = STAGED
            + """
                    , created as (
                        insert into commitment (id, version, party, series, basis, kind, category, title, description, contributions, quantity,
                            quantity_undisclosed, unit, money, money_undisclosed, currency, euro, euro_undisclosed, announced_on,
                            announced_undisclosed, sources, package, external_id, mapping, as_given, state, filing_label, audience_id)
                        select gen_random_uuid(), 1, party, ?, ?, kind, category, title, description, '[]', quantity, quantity_undisclosed, unit,
                            money, money_undisclosed, currency, euro, euro_undisclosed, announced_on, announced_undisclosed, sources, package_id,
                            external_id, ?, as_given, 'FILED', label, audience_id
                        from staged s where not exists (select from known where known.number = s.number)
                        order by s.number
                        returning id, party, external_id),
                    amended as (
                        update commitment k set version = k.version + 1, kind = s.kind, category = s.category, title = s.title,
                            description = s.description, quantity = s.quantity, quantity_undisclosed = s.quantity_undisclosed, unit = s.unit,
                            money = s.money, money_undisclosed = s.money_undisclosed, currency = s.currency, euro = s.euro,
                            euro_undisclosed = s.euro_undisclosed, announced_on = s.announced_on,
                            announced_undisclosed = s.announced_undisclosed, sources = s.sources, package = s.package_id, as_given = s.as_given
                        from staged s join known on known.number = s.number
                        where k.id = known.id and known.differs
                        returning k.id),
                    stored as (
                        update import_row r
                        set commitment_id = coalesce(known.id, created.id),
                            outcome = case when known.id is null then 'IMPORTED' when known.differs then 'AMENDED' else 'UNCHANGED' end
                        from staged s left join known on known.number = s.number
                            left join created on created.party = s.party and created.external_id = s.external_id
                        where r.import_id = s.import_id and r.number = s.number
                        returning r.outcome)
                    select outcome, count(*) from stored group by outcome""";

    /** Only notes what would become of each row. Parameters as of {@link #STORE} up to the first mapping. */
    static final String COMPARE = STAGED + """
            , compared as (
                update import_row r
                set commitment_id = known.id,
                    outcome = case when known.id is null then 'IMPORTED' when known.differs then 'AMENDED' else 'UNCHANGED' end
                from staged s left join known on known.number = s.number
                where r.import_id = s.import_id and r.number = s.number
                returning r.outcome)
            select outcome, count(*) from compared group by outcome""";

    /**
     * A change for each row stored or amended: the contract's record in SQL. {@link CommitmentEvents#state} says the same, and a test
     * compares the two. Parameters: day, import, first number, last number.
     */
    static final String CHANGES = """
            select k.id::text as subject, k.version as subject_version, k.audience_id, coalesce(k.announced_on, ?) as effective_on,
                json_strip_nulls(json_build_object('id', k.id, 'party', k.party, 'series', k.series, 'basis', k.basis, 'kind', k.kind,
                    'category', k.category, 'title', k.title, 'priority', k.priority,
                    'contributions', (select coalesce(jsonb_agg(c - 'unit'), '[]') from jsonb_array_elements(k.contributions) c),
                    'quantity', case when num_nonnulls(k.quantity, k.quantity_undisclosed) > 0 then
                        json_build_object('quantity', k.quantity, 'unit', k.unit, 'undisclosed', k.quantity_undisclosed) end,
                    'money', case when num_nonnulls(k.money, k.money_undisclosed) > 0 then
                        json_build_object('amount', k.money::text, 'currency', k.currency, 'undisclosed', k.money_undisclosed) end,
                    'euroValue', case when num_nonnulls(k.euro, k.euro_undisclosed) > 0 then
                        json_build_object('amount', k.euro::text, 'currency', case when k.euro is not null then 'EUR' end,
                            'undisclosed', k.euro_undisclosed) end,
                    'from', k.starts_on, 'until', k.ends_on, 'place', k.place, 'domain', k.domain,
                    'announcedOn', case when k.announced_on is not null then to_json(k.announced_on)
                        when k.announced_undisclosed is not null then json_build_object('undisclosed', k.announced_undisclosed) end,
                    'group', k.package, 'state', k.state,
                    'decision', case when k.decided_on is not null then json_build_object('decidedOn', k.decided_on,
                        'effectiveOn', k.effective_on, 'source', k.decision_source) end,
                    'binding', k.binding, 'pointOfContact', k.point_of_contact,
                    'acts', (select json_agg(json_build_object('id', act -> 'id', 'kind', act -> 'kind', 'person', act -> 'person',
                            'act', act -> 'act', 'doneOn', act -> 'doneOn', 'authority', act -> 'verdict' -> 'answer',
                            'ground', act -> 'verdict' -> 'ground') order by place)
                        from jsonb_array_elements(k.acts) with ordinality a (act, place)),
                    'authority', k.authority, 'instrument', k.instrument, 'approvals', nullif(k.approvals, '[]'), 'caveats', nullif(k.caveats, '[]'),
                    'conditions', nullif(k.conditions, '[]'),
                    'readiness', (select json_agg(json_build_object('id', said -> 'id', 'level', said -> 'level',
                            'noticeDays', said -> 'noticeDays', 'person', said -> 'person', 'doneOn', said -> 'doneOn',
                            'effectiveOn', said -> 'effectiveOn', 'validUntil', said -> 'validUntil') order by place)
                        from jsonb_array_elements(k.readiness) with ordinality s (said, place)))) as state,
                case when v.id is null then '{}'::text[] else array_remove(array[
                    case when v.kind is distinct from k.kind then 'kind' end,
                    case when v.category is distinct from k.category then 'category' end,
                    case when v.title is distinct from k.title then 'title' end,
                    case when v.description is distinct from k.description then 'text' end,
                    case when (v.quantity, v.quantity_undisclosed, v.unit) is distinct from (k.quantity, k.quantity_undisclosed, k.unit)
                        then 'quantity' end,
                    case when (v.money, v.money_undisclosed, v.currency) is distinct from (k.money, k.money_undisclosed, k.currency)
                        then 'money' end,
                    case when (v.euro, v.euro_undisclosed) is distinct from (k.euro, k.euro_undisclosed) then 'euroValue' end,
                    case when (v.announced_on, v.announced_undisclosed) is distinct from (k.announced_on, k.announced_undisclosed)
                        then 'announcedOn' end,
                    case when v.sources is distinct from k.sources then 'sources' end,
                    case when v.package is distinct from k.package then 'group' end,
                    case when v.as_given is distinct from k.as_given then 'asGiven' end], null) end as changed
            from import_row r join commitment k on k.id = r.commitment_id
                left join commitment_version v on v.id = k.id and v.version = k.version - 1
            where r.import_id = ? and r.number between ? and ? and r.outcome in ('IMPORTED', 'AMENDED')
            order by r.number""";

    private CommitmentStatements() {
    }
}
