package org.surety.priorities.situation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.surety.contracts.Series;
import org.surety.kit.http.Paging;
import org.surety.kit.problem.RecordNotFound;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The situations, as far as the viewer may see them. */
@ApplicationScoped
class SituationRepository implements PanacheRepositoryBase<Situation, UUID> {

    /** Through the record of today, whose row security has a say in what is shown of the past. */
    private static final String AS_KNOWN = " join situation_version v on v.id = r.id and v.version = "
            + "version_known_at(cast(r.id as text), :known)";

    private static final String IN_FORCE = "select * from situation where series = :series and not exercise and days @> cast(:day as date) "
            + "order by from_day, id";

    private static final String IN_FORCE_THEN = "select v.* from situation r" + AS_KNOWN
            + " where r.series = :series and not r.exercise and v.days @> cast(:day as date) order by v.from_day, v.id";

    Situation require(UUID id) {
        return findByIdOptional(id).orElseThrow(RecordNotFound::new);
    }

    /** As it was known at the instant; to be read and not to be changed. */
    Situation requireKnown(UUID id, Instant knownAt) {
        return query("select v.* from situation r" + AS_KNOWN + " where r.id = :id").setParameter("id", id)
                .setParameter("known", knownAt, Instant.class).getResultStream().findFirst().orElseThrow(RecordNotFound::new);
    }

    /** In the order of their first days. */
    List<Situation> list(SituationFilter filter, Paging.Request page) {
        String row = filter.knownAt() == null ? "r." : "v.";
        StringBuilder sql = new StringBuilder(
                "select " + row + "* from situation r" + (filter.knownAt() == null ? "" : AS_KNOWN) + " where true");
        Map<String, Object> values = new LinkedHashMap<>();
        narrow(sql, values, "r.series = :series", "series", name(filter.series()));
        narrow(sql, values, "r.kind = :kind", "kind", name(filter.kind()));
        narrow(sql, values, "r.exercise = :exercise", "exercise", filter.exercise());
        narrow(sql, values, row + "state = :state", "state", name(filter.state()));
        narrow(sql, values, row + "days @> cast(:day as date)", "day", filter.asOf());
        if (!page.after().isEmpty()) {
            narrow(sql, values, "(" + row + "from_day, r.id) > (:afterDay, :afterId)", "afterDay",
                    LocalDate.parse(page.after().get(0)));
            values.put("afterId", UUID.fromString(page.after().get(1)));
        }
        NativeQuery<Situation> query = query(
                sql.append(" order by ").append(row).append("from_day, r.id").toString());
        values.forEach(query::setParameter);
        if (filter.knownAt() != null) {
            query.setParameter("known", filter.knownAt(), Instant.class);
        }
        return query.setMaxResults(page.fetch()).getResultList();
    }

    /** Those that wake commitments on a day. They stay few: each takes two persons to declare. */
    List<Situation> listInForce(Series series, LocalDate day) {
        return query(IN_FORCE).setParameter("series", series.name()).setParameter("day", day).getResultList();
    }

    List<Situation> listInForce(Series series, LocalDate day, Instant knownAt) {
        return query(IN_FORCE_THEN).setParameter("series", series.name()).setParameter("day", day)
                .setParameter("known", knownAt, Instant.class).getResultList();
    }

    private static void narrow(StringBuilder sql, Map<String, Object> values, String condition, String name, Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            values.put(name, value);
        }
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    /** A past state is read and never written back. */
    private NativeQuery<Situation> query(String sql) {
        NativeQuery<Situation> query = getEntityManager().unwrap(Session.class).createNativeQuery(sql, Situation.class);
        query.setReadOnly(true);
        return query;
    }
}
