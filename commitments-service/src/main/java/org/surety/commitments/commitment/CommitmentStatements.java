package org.surety.commitments.commitment;

/** The statements of {@link CommitmentStore}. Each takes the rows of one import from a number to a number that are still PENDING. */
final class CommitmentStatements {

    /** The parties of the rows with the labels that these state. Parameters: import, first number, last number. */
    static final String LABELS = """
            select party, content #>> '{own,label}', coalesce(bool_or(content #>> '{own,state}' = 'DRAFT'), false) from import_row
            where import_id = ? and number between ? and ? and outcome = 'PENDING' group by 1, 2""";

    /**
     * What only a row of the own template says stands in {@code own}; a row of others leaves it as it is. What a party has withdrawn is not
     * overruled; what an import brought that was taken back comes back. A record that is there, and that a row of the own template took for
     * new, is one that the importer may not see: it stays.
     */
    private static final String STAGED = """
            with staged as materialized (
                select r.import_id, r.number, r.party, r.external_id, o.audience_id, o.draft_audience_id, o.label,
                    coalesce(jsonb_typeof(r.content -> 'own') = 'object', false) as is_own,
                    coalesce(own.id, (select k.id from commitment k where k.party = r.party and k.external_id = r.external_id and
                        coalesce(k.mapping, '') = coalesce(case when r.content -> 'own' is null then ? else own.mapping end, ''))) as there,
                    gen_random_uuid() as fresh, c.*, own.*
                from import_row r
                join unnest(?, ?, ?, ?, ?) as o (party, stated, audience_id, draft_audience_id, label)
                    on o.party = r.party and o.stated is not distinct from r.content #>> '{own,label}'
                cross join lateral jsonb_to_record(r.content) as c (kind text, category text, title text, description text,
                    quantity numeric, quantity_undisclosed text, unit text, money numeric, money_undisclosed text, currency text,
                    euro numeric, euro_undisclosed text, announced_on date, announced_undisclosed text, sources jsonb,
                    package_id text, as_given jsonb)
                cross join lateral jsonb_to_record(coalesce(r.content -> 'own', '{}')) as own (id uuid, mapping text, series text, basis text,
                    state text, priority text, contributions jsonb, starts_on date, starts_undisclosed text, ends_on date, ends_undisclosed text, place text, place_undisclosed text, domain text,
                    point_of_contact uuid, particulars jsonb, triggers jsonb)
                where r.import_id = ? and r.number between ? and ? and r.outcome = 'PENDING'),
            known as materialized (
                select s.number, k.id, k.version, w.revived, not (s.is_own and s.id is null) and (w.revived or k.state <> 'WITHDRAWN'
                    and ((k.kind, k.category, k.title, k.description, k.quantity, k.quantity_undisclosed, k.unit, k.money,
                         k.money_undisclosed, k.currency, k.euro, k.euro_undisclosed, k.announced_on, k.announced_undisclosed, k.sources,
                         k.package)
                    is distinct from
                        (s.kind, s.category, s.title, s.description, s.quantity, s.quantity_undisclosed, s.unit, s.money,
                         s.money_undisclosed, s.currency, s.euro, s.euro_undisclosed, s.announced_on, s.announced_undisclosed, s.sources,
                         s.package_id)
                    or case when s.is_own then (k.priority, k.contributions, k.starts_on, k.starts_undisclosed, k.ends_on, k.ends_undisclosed, k.place, k.place_undisclosed, k.domain,
                            k.point_of_contact, k.particulars, k.triggers, k.filing_label)
                        is distinct from (s.priority, s.contributions, s.starts_on, s.starts_undisclosed, s.ends_on, s.ends_undisclosed, s.place, s.place_undisclosed, s.domain,
                            s.point_of_contact, s.particulars, coalesce(s.triggers, '[]'), s.label)
                        else k.as_given is distinct from s.as_given end)) as differs
                from staged s join commitment k on k.id = s.there
                    cross join lateral (select k.state = 'WITHDRAWN' and exists (select from import_row t where t.commitment_id = k.id
                        and t.taken_back = 'WITHDRAWN' and t.taken_back_version = k.version) as revived) w)""";

    /**
     * Stores what is new, amends what differs and notes what became of each row. Parameters: mapping; parties, stated labels, audiences,
     * audiences of drafts, labels; import, first number, last number; series, basis, mapping.
     */
    static final String STORE = STAGED
            + """
                    , created as (
                        insert into commitment (id, version, party, series, basis, kind, category, title, description, priority, contributions,
                            quantity, quantity_undisclosed, unit, money, money_undisclosed, currency, euro, euro_undisclosed, starts_on,
                            starts_undisclosed, ends_on, ends_undisclosed, place, place_undisclosed, domain, announced_on, announced_undisclosed, sources, package, point_of_contact, particulars, triggers, external_id,
                            mapping, as_given, state, filing_label, audience_id)
                        select fresh, 1, party, coalesce(series, ?), coalesce(basis, ?), kind, category, title, description, priority,
                            coalesce(contributions, '[]'), quantity, quantity_undisclosed, unit, money, money_undisclosed, currency, euro,
                            euro_undisclosed, starts_on, starts_undisclosed, ends_on, ends_undisclosed, place, place_undisclosed, domain, announced_on, announced_undisclosed, sources, package_id,
                            point_of_contact, particulars, coalesce(triggers, '[]'), external_id, case when is_own then mapping else ? end, as_given, coalesce(state, 'FILED'),
                            label, case when state = 'DRAFT' then draft_audience_id else audience_id end
                        from staged s where not exists (select from known where known.number = s.number)
                        order by s.number),
                    amended as (
                        update commitment k set version = k.version + 1, kind = s.kind, category = s.category, title = s.title,
                            description = s.description, quantity = s.quantity, quantity_undisclosed = s.quantity_undisclosed, unit = s.unit,
                            money = s.money, money_undisclosed = s.money_undisclosed, currency = s.currency, euro = s.euro,
                            euro_undisclosed = s.euro_undisclosed, announced_on = s.announced_on,
                            announced_undisclosed = s.announced_undisclosed, sources = s.sources, package = s.package_id,
                            as_given = case when s.is_own then k.as_given else s.as_given end,
                            priority = case when s.is_own then s.priority else k.priority end,
                            contributions = case when s.is_own then s.contributions else k.contributions end,
                            starts_on = case when s.is_own then s.starts_on else k.starts_on end,
                            starts_undisclosed = case when s.is_own then s.starts_undisclosed else k.starts_undisclosed end,
                            ends_on = case when s.is_own then s.ends_on else k.ends_on end,
                            ends_undisclosed = case when s.is_own then s.ends_undisclosed else k.ends_undisclosed end,
                            place = case when s.is_own then s.place else k.place end,
                            place_undisclosed = case when s.is_own then s.place_undisclosed else k.place_undisclosed end,
                            domain = case when s.is_own then s.domain else k.domain end,
                            point_of_contact = case when s.is_own then s.point_of_contact else k.point_of_contact end,
                            particulars = case when s.is_own then s.particulars else k.particulars end,
                            triggers = case when s.is_own then coalesce(s.triggers, '[]') else k.triggers end,
                            shares = case when k.shares = '[]' or (k.quantity, k.quantity_undisclosed, k.unit, k.money, k.money_undisclosed,
                                    k.currency, k.euro, k.euro_undisclosed) is not distinct from (s.quantity, s.quantity_undisclosed, s.unit,
                                    s.money, s.money_undisclosed, s.currency, s.euro, s.euro_undisclosed)
                                and (not s.is_own or k.contributions = s.contributions) then k.shares else shares_awaited(k.shares) end,
                            filing_label = case when s.is_own then s.label else k.filing_label end,
                            audience_id = case when s.is_own and k.state <> 'DRAFT' then s.audience_id else k.audience_id end,
                            state = case when known.revived then 'FILED' else k.state end,
                            withdrawn_on = case when known.revived then null else k.withdrawn_on end,
                            withdrawal_reason = case when known.revived then null else k.withdrawal_reason end
                        from staged s join known on known.number = s.number
                        where k.id = known.id and known.differs
                        returning k.id, k.version),
                    stored as (
                        update import_row r
                        set commitment_id = coalesce(known.id, s.fresh),
                            commitment_version = case when known.id is null then 1 else amended.version end,
                            outcome = case when known.id is null then 'IMPORTED' when known.differs then 'AMENDED' else 'UNCHANGED' end
                        from staged s left join known on known.number = s.number
                            left join amended on amended.id = known.id
                        where r.import_id = s.import_id and r.number = s.number
                        returning r.outcome)
                    select outcome, count(*) from stored group by outcome""";

    /** Only notes what would become of each row. Parameters as of {@link #STORE} up to the last number. */
    static final String COMPARE = STAGED + """
            , compared as (
                update import_row r
                set commitment_id = known.id,
                    outcome = case when known.id is null then 'IMPORTED' when known.differs then 'AMENDED' else 'UNCHANGED' end
                from staged s left join known on known.number = s.number
                where r.import_id = s.import_id and r.number = s.number
                returning r.outcome)
            select outcome, count(*) from compared group by outcome""";

    /** A change's record of a row {@code k}, and in which fields it differs from the version before, {@code v}. Parameter: day. */
    private static final String CHANGE = """
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
                    'from', k.starts_on, 'fromUndisclosed', k.starts_undisclosed, 'until', k.ends_on, 'untilUndisclosed', k.ends_undisclosed,
                    'place', k.place, 'placeUndisclosed', k.place_undisclosed, 'shares', (select jsonb_agg(share - 'act') from jsonb_array_elements(k.shares) share), 'domain', k.domain,
                    'announcedOn', case when k.announced_on is not null then to_json(k.announced_on)
                        when k.announced_undisclosed is not null then json_build_object('undisclosed', k.announced_undisclosed) end,
                    'group', k.package, 'state', k.state,
                    'decision', case when k.decided_on is not null then json_build_object('decidedOn', k.decided_on,
                        'effectiveOn', k.effective_on, 'source', k.decision_source) end,
                    'binding', k.binding, 'pointOfContact', k.point_of_contact,
                    'acts', (select json_agg(json_build_object('id', act -> 'id', 'kind', act -> 'kind', 'person', act -> 'person',
                            'act', act -> 'act', 'doneOn', act -> 'doneOn', 'authority', act -> 'verdict' -> 'answer',
                            'ground', act -> 'verdict' -> 'ground', 'successor', act -> 'successor', 'party', act -> 'party') order by place)
                        from jsonb_array_elements(k.acts) with ordinality a (act, place)),
                    'authority', k.authority, 'instrument', k.instrument, 'approvals', nullif(k.approvals, '[]'), 'caveats', nullif(k.caveats, '[]'),
                    'conditions', nullif(k.conditions, '[]'), 'relations', k.relations, 'particulars', k.particulars,
                    'readiness', (select json_agg(json_build_object('id', said -> 'id', 'level', said -> 'level',
                            'noticeDays', said -> 'noticeDays', 'person', said -> 'person', 'doneOn', said -> 'doneOn',
                            'effectiveOn', said -> 'effectiveOn', 'validUntil', said -> 'validUntil') order by place)
                        from jsonb_array_elements(k.readiness) with ordinality s (said, place)),
                    'amountsLabel', k.amounts_label, 'triggers', nullif(k.triggers, '[]'))) as state,
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
                    case when v.as_given is distinct from k.as_given then 'asGiven' end,
                    case when v.priority is distinct from k.priority then 'priority' end,
                    case when v.contributions is distinct from k.contributions then 'contributions' end,
                    case when (v.starts_on, v.starts_undisclosed, v.ends_on, v.ends_undisclosed) is distinct from
                        (k.starts_on, k.starts_undisclosed, k.ends_on, k.ends_undisclosed) then 'period' end,
                    case when (v.place, v.place_undisclosed) is distinct from (k.place, k.place_undisclosed) then 'place' end,
                    case when v.domain is distinct from k.domain then 'domain' end,
                    case when v.point_of_contact is distinct from k.point_of_contact then 'pointOfContact' end,
                    case when v.particulars is distinct from k.particulars then 'particulars' end,
                    case when v.triggers is distinct from k.triggers then 'triggers' end,
                    case when v.shares is distinct from k.shares then 'shares' end,
                    case when v.filing_label is distinct from k.filing_label then 'label' end,
                    case when v.state is distinct from k.state then 'state' end], null) end as changed
            """;

    /**
     * A change for each row stored or amended: the contract's record in SQL. {@link CommitmentEvents#state} says the same, and a test
     * compares the two. Parameters: day, import, first number, last number, outcome.
     */
    static final String CHANGES = CHANGE + """
            from import_row r join commitment k on k.id = r.commitment_id
                left join commitment_version v on v.id = k.id and v.version = k.version - 1
            where r.import_id = ? and r.number between ? and ? and k.state <> 'DRAFT' and r.outcome = ?
            order by r.number""";

    /** The same for drafts, whose changes are withheld. */
    static final String DRAFTS = CHANGE + """
            from import_row r join commitment k on k.id = r.commitment_id
                left join commitment_version v on v.id = k.id and v.version = k.version - 1
            where r.import_id = ? and r.number between ? and ? and k.state = 'DRAFT' and r.outcome = ?
            order by r.number""";

    /** Filed commitments as others name them. Parameter: ids. */
    static final String RELATED = """
            select id, party, basis, series, kind, state from commitment where id = any (?) and state <> 'DRAFT'""";

    /** Which withdrawn commitments stand as an import left them that was taken back. Parameter: ids. */
    static final String TAKEN_BACK = """
            select k.id from commitment k join import_row t on t.commitment_id = k.id and t.taken_back = 'WITHDRAWN'
                and t.taken_back_version = k.version
            where k.id = any (?)""";

    /** The first row of an import that is not taken back; null when all are. Parameter: import. */
    static final String NEXT_TO_TAKE_BACK = """
            select min(number) from import_row where import_id = ? and commitment_version is not null and taken_back is null""";

    /** Notes what is to become of each row. The commitments are locked until it has. Parameters: import, first number, last number. */
    static final String DECIDE = """
            with rows as materialized (
                select number, commitment_id, commitment_version, outcome from import_row
                where import_id = ? and number between ? and ? and commitment_version is not null and taken_back is null),
            locked as materialized (
                select id, version, state, exists (select from delivery d where d.commitment_id = commitment.id) as delivered
                from commitment where id in (select commitment_id from rows) order by id for update)
            update import_row r set taken_back = case when k.version is distinct from rows.commitment_version or k.delivered then 'CHANGED_SINCE'
                    when rows.outcome = 'AMENDED' then 'RESTORED' when k.state = 'DRAFT' then 'DISCARDED' else 'WITHDRAWN' end,
                taken_back_version = case when k.version = rows.commitment_version and not k.delivered then k.version + 1 end
            from rows left join locked k on k.id = rows.commitment_id
            where r.import_id = ? and r.number = rows.number""";

    private static final String TAKEN = " from import_row r join commitment k on k.id = r.commitment_id left join commitment_version v "
            + "on v.id = k.id and v.version = k.version - 1 where r.import_id = ? and r.number between ? and ? and r.taken_back = ? ";

    /** Parameters: day, reason, import, first number, last number. */
    static final String WITHDRAW = """
            update commitment k set version = k.version + 1, state = 'WITHDRAWN', withdrawn_on = ?, withdrawal_reason = ? from import_row r
            where r.import_id = ? and r.number between ? and ? and r.taken_back = 'WITHDRAWN' and k.id = r.commitment_id
                and k.version = r.commitment_version""";

    /** As it was before the import. Parameters: import, first number, last number. */
    static final String RESTORE = """
            update commitment k set version = k.version + 1, kind = v.kind, category = v.category, title = v.title,
                description = v.description, priority = v.priority, contributions = v.contributions, quantity = v.quantity,
                quantity_undisclosed = v.quantity_undisclosed, unit = v.unit, money = v.money, money_undisclosed = v.money_undisclosed,
                currency = v.currency, euro = v.euro, euro_undisclosed = v.euro_undisclosed, starts_on = v.starts_on, ends_on = v.ends_on,
                place = v.place, place_undisclosed = v.place_undisclosed, starts_undisclosed = v.starts_undisclosed,
                ends_undisclosed = v.ends_undisclosed, domain = v.domain, announced_on = v.announced_on, announced_undisclosed = v.announced_undisclosed,
                sources = v.sources, package = v.package, point_of_contact = v.point_of_contact, as_given = v.as_given,
                particulars = v.particulars, triggers = v.triggers, shares = v.shares, filing_label = v.filing_label, audience_id = v.audience_id, state = v.state, withdrawn_on = v.withdrawn_on,
                withdrawal_reason = v.withdrawal_reason
            from import_row r join commitment_version v on v.id = r.commitment_id and v.version = r.commitment_version - 1
            where r.import_id = ? and r.number between ? and ? and r.taken_back = 'RESTORED' and k.id = r.commitment_id
                and k.version = r.commitment_version""";

    /** Parameters: import, first number, last number. */
    static final String DISCARD = """
            delete from commitment k using import_row r
            where r.import_id = ? and r.number between ? and ? and r.taken_back = 'DISCARDED' and k.id = r.commitment_id""";

    /** The changes of what was taken back and is no draft. Parameters: day, import, first number, last number, what was done. */
    static final String TAKEN_CHANGES = CHANGE + TAKEN + "and k.state <> 'DRAFT' order by r.number";

    static final String TAKEN_DRAFTS = CHANGE + TAKEN + "and k.state = 'DRAFT' order by r.number";

    /** The end of drafts that are about to be thrown away: the version after the last one. */
    static final String DISCARDED = CHANGE.replace("k.version as subject_version", "k.version + 1 as subject_version")
            + TAKEN + "order by r.number";

    private CommitmentStatements() {
    }
}
