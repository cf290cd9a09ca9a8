package org.surety.priorities.deliberation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.kit.http.Paging;
import org.surety.kit.problem.RecordNotFound;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The steps of deliberations, as far as the viewer may see them. */
@ApplicationScoped
class DeliberationRepository implements PanacheRepositoryBase<Deliberation, UUID> {

    private static final String HOLD = "select id from priority where id = :priority for update";

    /** A step never changes: it was known, or it was not there. */
    private static final String STEPS = """
            select * from deliberation where series = :series and priority = :priority
              and (cast(:known as timestamptz) is null or version_known_at(cast(id as text), :known) is not null)""";

    private static final String UNTIL = STEPS + " and from_day <= :day order by from_day desc, number desc limit 1";

    private static final String BEFORE = STEPS
            + " and (from_day, number) < (:day, :number) order by from_day desc, number desc limit 1";

    private static final String LIST = STEPS + """
              and (cast(:day as date) is null or from_day <= :day) and (from_day, number) > (:afterDay, :after)
            order by from_day, number limit :fetch""";

    /** One at a time notes steps of a priority. */
    void hold(PriorityCode priority) {
        getEntityManager().createNativeQuery(HOLD, String.class).setParameter("priority", priority.name()).getSingleResult();
    }

    Deliberation require(PriorityCode priority, UUID id) {
        return find("id = ?1 and priority = ?2", id, priority).firstResultOptional().orElseThrow(RecordNotFound::new);
    }

    /** The step that holds on this day. */
    Optional<Deliberation> holding(Series series, PriorityCode priority, LocalDate day) {
        return query(UNTIL, series, priority, null).setParameter("day", day).getResultStream().findFirst();
    }

    /** The step before that one. */
    Optional<Deliberation> before(Deliberation step, Instant knownAt) {
        return query(BEFORE, step.series(), step.priority(), knownAt).setParameter("day", step.from())
                .setParameter("number", step.number()).getResultStream().findFirst();
    }

    /** By their days. */
    List<Deliberation> list(Series series, PriorityCode priority, LocalDate asOf, Instant knownAt, Paging.Request page) {
        boolean first = page.after().isEmpty();
        return query(LIST, series, priority, knownAt).setParameter("day", asOf, LocalDate.class)
                .setParameter("afterDay", first ? LocalDate.of(1, 1, 1) : LocalDate.parse(page.after().get(0)))
                .setParameter("after", first ? 0L : Long.parseLong(page.after().get(1))).setParameter("fetch", page.fetch())
                .getResultList();
    }

    private NativeQuery<Deliberation> query(String sql, Series series, PriorityCode priority, Instant knownAt) {
        return getEntityManager().unwrap(Session.class).createNativeQuery(sql, Deliberation.class)
                .setParameter("series", series.name()).setParameter("priority", priority.name())
                .setParameter("known", knownAt, Instant.class);
    }
}
