package org.surety.delegations.delegation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.surety.contracts.Level;
import org.surety.contracts.Series;
import org.surety.kit.problem.RecordNotFound;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The delegations and their restructures, as far as the viewer may see them: as they stand, or as they were known at an instant. */
@ApplicationScoped
class DelegationRepository implements PanacheRepositoryBase<Delegation, UUID> {

    /** Through the table of today, whose row security has a say in what is shown of the past. */
    private static final String KNOWN = """
            delegation d join delegation_version s on s.id = d.id and s.version = version_known_at(cast(d.id as text), :known)""";

    /** The level of a day: of the last restructure from its day on, or that of the formation. */
    private static final String LEVEL_OF_DAY = """
            coalesce((select r.later ->> 'level' from restructure r
                where r.delegation_id = %1$s.id and r.delegation_version <= %1$s.version and r.effective_on <= :asOf
                  and not exists (select from restructure c where c.corrects = r.id and c.delegation_version <= %1$s.version)
                order by r.effective_on desc, coalesce(r.effective_at, r.announced_at) desc nulls first,
                    coalesce(r.place, r.delegation_version) desc
                limit 1), %1$s.formation ->> 'level', %1$s.level)""";

    private static final String RECORDED = "select subject_version as version, recorded_at as recorded from change "
            + "where subject = :id and recorded_at is not null";

    /**
     * What a list of delegations may be narrowed by; null: not.
     *
     * @param asOf the day of the compositions; null: those at the end of the timelines
     * @param knownAt null: now
     */
    record DelegationFilter(Series series, UUID gathering, String party, Level level, LocalDate asOf, Instant knownAt) {
    }

    /** A statement with the values of its parameters. */
    record Statement(String sql, Map<String, Object> parameters) {
    }

    Delegation require(UUID id) {
        return findByIdOptional(id).orElseThrow(RecordNotFound::new);
    }

    /** To be read and not to be changed. */
    Delegation requireKnown(UUID id, Instant knownAt) {
        return query(new Statement("select s.* from " + KNOWN + " where d.id = :id", Map.of("id", id, "known", knownAt)), 1)
                .stream()
                .findFirst().orElseThrow(RecordNotFound::new);
    }

    /** In the order of party and id, after that place. */
    List<Delegation> list(DelegationFilter filter, List<String> after, int rows) {
        return query(statement(filter, after), rows);
    }

    /**
     * Only what is asked for stands in the statement: the place after the last page is then a condition of an index, and the last page costs
     * what the first one does.
     */
    static Statement statement(DelegationFilter filter, List<String> after) {
        boolean now = filter.knownAt() == null;
        String state = now ? "d" : "s";
        List<String> conditions = new ArrayList<>(List.of("true"));
        Map<String, Object> parameters = new HashMap<>();
        if (!now) {
            parameters.put("known", filter.knownAt());
        }
        // Whose it is and where never changes, so it is looked for in the record itself and by its indexes.
        narrow(conditions, parameters, "d.series = :series", "series", filter.series() == null ? null : filter.series().name());
        // Whoever may not see a record does not learn from a filter what belongs to it.
        narrow(conditions, parameters, "d.gathering_id = :gathering and exists (select from gathering g where g.id = :gathering)",
                "gathering", filter.gathering());
        narrow(conditions, parameters, "d.party = :party", "party", filter.party());
        narrow(conditions, parameters, "(%1$s.formed_on is null or %1$s.formed_on <= :asOf)".formatted(state), "asOf",
                filter.asOf());
        String level = filter.asOf() == null ? state + ".level" : LEVEL_OF_DAY.formatted(state);
        narrow(conditions, parameters, level + " = :level", "level", filter.level() == null ? null : filter.level().name());
        if (!after.isEmpty()) {
            narrow(conditions, parameters, "(d.party, d.id) > (:afterParty, :afterId)", "afterParty", after.get(0));
            parameters.put("afterId", UUID.fromString(after.get(1)));
        }
        return new Statement("select " + state + ".* from " + (now ? "delegation d" : KNOWN) + " where "
                + String.join(" and ", conditions) + " order by d.party, d.id", parameters);
    }

    private static void narrow(List<String> conditions, Map<String, Object> parameters, String condition, String name,
            Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }

    private List<Delegation> query(Statement statement, int rows) {
        NativeQuery<Delegation> query = getEntityManager().unwrap(Session.class)
                .createNativeQuery(statement.sql(), Delegation.class).setReadOnly(true).setMaxResults(rows);
        statement.parameters().forEach(query::setParameter);
        return query.getResultList();
    }

    void persist(Restructure restructure) {
        getEntityManager().persist(restructure);
    }

    /** In the order in which they were recorded. A delegation has not many: see {@link Delegation#MAX_RESTRUCTURES}. */
    List<Restructure> listRestructures(Collection<UUID> delegations) {
        return delegations.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createQuery("from Restructure where delegation in :delegations order by delegation, delegationVersion",
                                Restructure.class)
                        .setParameter("delegations", delegations).getResultList();
    }

    /** When the versions of a delegation were recorded, as far as the log has said so. */
    Map<Long, Instant> recordedTimes(UUID id) {
        Map<Long, Instant> times = new HashMap<>();
        getEntityManager().createNativeQuery(RECORDED, Tuple.class).setParameter("id", id.toString()).getResultList()
                .forEach(row -> {
                    Tuple tuple = (Tuple) row;
                    times.put(tuple.get("version", Number.class).longValue(), tuple.get("recorded", Instant.class));
                });
        return times;
    }
}
