package org.surety.delegations.hosting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.surety.kit.http.Paging;

/**
 * How accreditations and credentials are looked for: they differ in what they say, not in where they belong. As they stand (r), or as they
 * were known at an instant (their version row v, which has the same columns); a past state is read and never written back.
 */
@ApplicationScoped
public class HostedRecords {

    private final EntityManager entities;

    HostedRecords(EntityManager entities) {
        this.entities = entities;
    }

    /** The record as it was known at the instant. */
    public <T> Optional<T> findKnown(Class<T> kind, String table, UUID id, Instant knownAt) {
        return query(kind, "select v.* from " + knownThen(table) + " where r.id = :id", Map.of("id", id, "known", knownAt), 1)
                .stream()
                .findFirst();
    }

    /**
     * In the order of party and id. Only what is asked for stands in the query: the place after the last page is then a condition of an
     * index, and the last page costs what the first one does.
     *
     * @param status null: any
     */
    public <T> List<T> list(Class<T> kind, String table, HostedFilter filter, Enum<?> status, Paging.Request page) {
        String state = filter.knownAt() == null ? "r" : "v";
        List<String> conditions = new ArrayList<>(List.of("true"));
        Map<String, Object> parameters = new HashMap<>();
        if (filter.knownAt() != null) {
            parameters.put("known", filter.knownAt());
        }
        // Whose it is and where never changes, so it is looked for in the record itself and by its indexes.
        narrow(conditions, parameters, "r.series = :series", "series", filter.series() == null ? null : filter.series().name());
        // Whoever may not see a record does not learn from a filter what belongs to it.
        narrow(conditions, parameters, "r.gathering_id = :gathering and exists (select from gathering g where g.id = :gathering)",
                "gathering", filter.gathering());
        narrow(conditions, parameters,
                "r.delegation_id = :delegation and exists (select from delegation d where d.id = :delegation)",
                "delegation", filter.delegation());
        narrow(conditions, parameters, "r.party = :party", "party", filter.party());
        narrow(conditions, parameters, state + ".status = :status", "status", status == null ? null : status.name());
        if (!page.after().isEmpty()) {
            narrow(conditions, parameters, "(r.party, r.id) > (:afterParty, :afterId)", "afterParty", page.after().get(0));
            parameters.put("afterId", UUID.fromString(page.after().get(1)));
        }
        return query(kind, "select " + state + ".* from " + (filter.knownAt() == null ? table + " r" : knownThen(table)) + " where "
                + String.join(" and ", conditions) + " order by r.party, r.id", parameters, page.fetch());
    }

    /** What the label then and the label now both show: both tables are protected. */
    private static String knownThen(String table) {
        return table + " r join " + table
                + "_version v on v.id = r.id and v.version = version_known_at(cast(r.id as text), :known)";
    }

    private static void narrow(List<String> conditions, Map<String, Object> parameters, String condition, String name,
            Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }

    private <T> List<T> query(Class<T> kind, String sql, Map<String, Object> parameters, int rows) {
        NativeQuery<T> query = entities.unwrap(Session.class).createNativeQuery(sql, kind).setReadOnly(true).setMaxResults(rows);
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }
}
