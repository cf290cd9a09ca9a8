package org.surety.priorities.remembered;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.postgresql.PGStatement;
import org.surety.contracts.CommitmentState.Condition;
import org.surety.contracts.CommitmentState.Contribution;
import org.surety.contracts.ConditionKind;
import org.surety.kit.label.Label;
import org.surety.kit.log.Database;
import org.surety.priorities.assessment.ApprovalDays;
import org.surety.priorities.assessment.Assessor;
import org.surety.priorities.assessment.Days;
import org.surety.priorities.assessment.DeliveredPart;
import org.surety.priorities.assessment.Delivery;
import org.surety.priorities.assessment.Promise;
import org.surety.priorities.assessment.RequirementRule;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * What is remembered of commitments, and what they are assessed against.
 *
 * @param knownAt as it was known at this instant; null: as it is
 */
public record Remembered(Connection connection, Instant knownAt) {

    /** How many commitments are assessed at once. */
    public static final int PAGE = 1000;

    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).serializationInclusion(JsonInclude.Include.NON_NULL).build();

    /** Earlier support is worth nothing to coverage, and nothing waits for it. */
    private static final String ROW = "select to_jsonb(r)::text from commitment_reference%s r where basis = 'GUARANTEE' and ";

    /** Of what was replaced later. */
    private static final String THEN = " and recorded_at <= ? and known_until > ?";

    private static final String PROMISES = ROW + "id = any (?::uuid[])";

    private static final String PARTICIPANTS = ROW + """
            party = any (?::text[]) and decision_in_effect is not null and state = 'FILED'""";

    /** The same, and counts: what the indexes for it have. */
    private static final String STANDS = """
            %1$s.basis = 'GUARANTEE' and %1$s.state = 'FILED' and %1$s.decision_in_effect is not null
            and (%1$s.authority is null or %1$s.authority = 'YES')""";

    /**
     * Of a party's guarantees that the same people see, what needs no approval stands from its day on for ever: two of these, of which a promise may be one
     * itself, tell of all days that later ones could tell of. Each {@code offset 0} keeps what is inside it a look into an index.
     */
    private static final String DECISIVE = """
            select r.row from unnest(?::text[]) p (party) join audience a on a.owner = p.party or a.owner is null
                cross join lateral (select coalesce((
                    select greatest(announced_on, decision_in_effect) from commitment_reference c
                    where c.party = p.party and c.audience_id = a.id and %s and coalesce(cardinality(approvals), 0) = 0 and recorded_at <= ?
                    order by 1 offset 1 limit 1), 'infinity') as since offset 0) enough
                cross join lateral (select to_jsonb(r)::text as row from commitment_reference%s r
                    where r.party = p.party and r.audience_id = a.id and %s and greatest(announced_on, decision_in_effect) <= enough.since
                        and recorded_at <= ?%s offset 0) r""";

    private static final String DECISIVE_NOW = DECISIVE.formatted(STANDS.formatted("c"), "", STANDS.formatted("r"), "");

    private static final String DECISIVE_THEN = DECISIVE.formatted(STANDS.formatted("c"), "_past", STANDS.formatted("r"),
            " and known_until > ?");

    private static final String REQUIREMENTS = "select id, to_jsonb(r)::text, unit from requirement r where id = any (?::uuid[])";

    private static final String REQUIREMENTS_THEN = """
            select v.id, to_jsonb(v)::text, v.unit from requirement_version v
            where v.id = any (?::uuid[]) and v.version = version_known_at(v.id::text, ?)""";

    private static final String APPROVALS = "select id, refused, blocked, consent_of from approval_reference%s r where id = any (?::uuid[])";

    private static final String INSTRUMENTS = "select id, in_force from instrument_reference%s r where id = any (?::uuid[])";

    private static final String LABELS = "select id, key from audience where id = any (?::int[])";

    /** Those that stand and have come so far that they count. */
    private static final String DELIVERIES = """
            select jsonb_build_object('id', id, 'commitment', commitment, 'measure', measure, 'quantity', quantity,
                'since', least(delivered_on, delivered_noted_on), 'claimed', claimed, 'claimed_quantity', claimed_quantity,
                'claimed_since', coalesce(claimed_on, claimed_noted_on))::text
            from delivery_reference%s r where commitment = any (?::uuid[]) and withdrawn_on is null
                and least(delivered_on, delivered_noted_on) is not null""";

    public static Remembered now(Connection connection) {
        return new Remembered(connection, null);
    }

    /** Those of these commitments that are guarantees, in no order. */
    public List<Promise> promises(Collection<UUID> ids) throws SQLException {
        return list(PROMISES, "uuid", ids);
    }

    /** What these promises are worth, and what was delivered of them, as rows of {@code coverage_part}. */
    public List<Object> parts(List<Promise> promises, StoredFacts facts) throws SQLException {
        return parts(promises, facts, Set.of());
    }

    /** @param without parties whose own parts are left out */
    List<Object> parts(List<Promise> promises, StoredFacts facts, Set<String> without) throws SQLException {
        Map<UUID, List<Delivery>> deliveries = new HashMap<>();
        each(DELIVERIES, "uuid", ids(promises.stream().map(Promise::id)), row -> {
            Delivery delivery = read(row.getString(1), Delivery.class);
            return deliveries.computeIfAbsent(delivery.commitment(), key -> new ArrayList<>()).add(delivery);
        });
        Map<UUID, String> units = new HashMap<>();
        if (!deliveries.isEmpty()) {
            requirement(facts.requirements().keySet(), row -> units.put(row.getObject(1, UUID.class), row.getString(3)));
        }
        return promises.stream().<Object>flatMap(promise -> Stream.concat(
                Assessor.assess(promise, facts).stream().filter(worth -> !without.contains(worth.party())),
                DeliveredPart.of(promise, deliveries.getOrDefault(promise.id(), List.of()), facts, units).stream()
                        .filter(part -> !without.contains(part.party()))))
                .toList();
    }

    /** What these promises are assessed against; of the participants those that decide on which days a party takes part. */
    public StoredFacts facts(Collection<Promise> promises) throws SQLException {
        return facts(promises, decisive(named(promises, ConditionKind.PARTICIPATION, Condition::party)));
    }

    /** The same with all participants, whether or not they had authority. */
    public StoredFacts factsWithAll(Collection<Promise> promises) throws SQLException {
        return facts(promises, list(PARTICIPANTS, "text", named(promises, ConditionKind.PARTICIPATION, Condition::party)));
    }

    private List<Promise> decisive(Set<String> parties) throws SQLException {
        List<Promise> participants = new ArrayList<>();
        if (!parties.isEmpty()) {
            Array all = connection.createArrayOf("text", parties.toArray());
            Timestamp then = knownAt == null ? new Timestamp(PGStatement.DATE_POSITIVE_INFINITY) : Timestamp.from(knownAt);
            Database.Row<Boolean> reading = row -> participants.add(read(row.getString(1), Promise.class));
            Database.list(connection, DECISIVE_NOW, reading, all, then, then);
            if (knownAt != null) {
                Database.list(connection, DECISIVE_THEN, reading, all, then, then, then);
            }
        }
        return participants;
    }

    private StoredFacts facts(Collection<Promise> promises, List<Promise> participants) throws SQLException {
        Map<UUID, Promise> others = new HashMap<>();
        list(PROMISES, "uuid", named(promises, ConditionKind.COMMITMENT, Condition::commitment))
                .forEach(promise -> others.put(promise.id(), promise));
        Map<UUID, Days> instruments = new HashMap<>();
        each(INSTRUMENTS, "uuid", named(promises, ConditionKind.INSTRUMENT_IN_FORCE, Condition::instrument),
                row -> instruments.put(row.getObject(1, UUID.class), Days.parse(row.getString(2))));
        return new StoredFacts(requirements(promises), approvals(
                Stream.of(promises, others.values(), participants).flatMap(Collection::stream).toList()), instruments, others,
                participants, participants.isEmpty() ? Map.of() : labels(promises, participants));
    }

    /** What the requirements demand that these contribute to. */
    public Map<UUID, RequirementRule> requirements(Collection<Promise> promises) throws SQLException {
        Map<UUID, RequirementRule> requirements = new HashMap<>();
        requirement(ids(promises.stream().flatMap(promise -> promise.contributions().stream()).map(Contribution::requirement)),
                row -> requirements.put(row.getObject(1, UUID.class), read(row.getString(2), RequirementRule.class)));
        return requirements;
    }

    private void requirement(Collection<UUID> ids, Database.Row<Object> reading) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        Array keys = connection.createArrayOf("uuid", ids.toArray());
        if (knownAt == null) {
            Database.list(connection, REQUIREMENTS, reading, keys);
        } else {
            Database.list(connection, REQUIREMENTS_THEN, reading, keys, Timestamp.from(knownAt));
        }
    }

    /** Where the approvals stand that these need. */
    public Map<UUID, ApprovalDays> approvals(Collection<Promise> promises) throws SQLException {
        Map<UUID, ApprovalDays> approvals = new HashMap<>();
        each(APPROVALS, "uuid", ids(promises.stream().flatMap(promise -> promise.approvals().stream())),
                row -> approvals.put(row.getObject(1, UUID.class),
                        new ApprovalDays(Days.parse(row.getString(2)), Days.parse(row.getString(3)), row.getString(4))));
        return approvals;
    }

    private Map<Integer, Label> labels(Collection<Promise> promises, List<Promise> participants) throws SQLException {
        Set<Integer> audiences = new HashSet<>();
        Stream.of(promises, participants).flatMap(Collection::stream).forEach(promise -> audiences.add(promise.audienceId()));
        Map<Integer, Label> labels = new HashMap<>();
        Database.list(connection, LABELS, row -> labels.put(row.getInt(1), Label.parse(row.getString(2))),
                connection.createArrayOf("int", audiences.toArray()));
        return labels;
    }

    private static <T> Set<T> named(Collection<Promise> promises, ConditionKind kind, Function<Condition, T> what) {
        Set<T> named = new HashSet<>();
        promises.stream().flatMap(promise -> promise.conditions().stream()).filter(condition -> condition.kind() == kind)
                .forEach(condition -> named.add(what.apply(condition)));
        return named;
    }

    private static Set<UUID> ids(Stream<UUID> ids) {
        Set<UUID> all = new HashSet<>();
        ids.forEach(all::add);
        return all;
    }

    private List<Promise> list(String sql, String type, Collection<?> keys) throws SQLException {
        List<Promise> promises = new ArrayList<>();
        each(sql, type, keys, row -> promises.add(read(row.getString(1), Promise.class)));
        return promises;
    }

    /** Of the rows that are there, or of those of both tables that were known; nothing is asked where there is nothing to ask for. */
    private <T> void each(String sql, String type, Collection<?> keys, Database.Row<T> reading) throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        Array all = connection.createArrayOf(type, keys.toArray());
        if (knownAt == null) {
            Database.list(connection, sql.formatted(""), reading, all);
        } else {
            Timestamp then = Timestamp.from(knownAt);
            Database.list(connection, sql.formatted("") + " and recorded_at <= ? union all " + sql.formatted("_past")
                    + THEN, reading, all, then, all, then, then);
        }
    }

    private static <T> T read(String row, Class<T> type) {
        try {
            return JSON.readValue(row, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a JSON array of rows, for {@code jsonb_populate_recordset}. */
    public static String rows(List<?> rows) {
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row is always JSON", e);
        }
    }
}
