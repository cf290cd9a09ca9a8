package org.surety.priorities.requirement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.surety.contracts.Domain;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.kit.http.Paging;
import org.surety.kit.problem.RecordNotFound;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The requirements, as far as the viewer may see them. */
@ApplicationScoped
class RequirementRepository implements PanacheRepositoryBase<Requirement, UUID> {

    private static final UUID FIRST = new UUID(0, 0);

    private static final String LIST = """
            select * from requirement
            where (cast(:series as text) is null or series = :series)
              and (cast(:priority as text) is null or priority = :priority)
              and (cast(:domain as text) is null or domain = :domain)
              and (title, id) > (:afterTitle, :afterId)
            order by title, id limit :fetch""";

    private static final String STANDING_THEN = """
            select v.* from requirement r
            join requirement_version v on v.id = r.id and v.version = version_known_at(cast(r.id as text), :known)
            where r.series = :series and v.withdrawal_reason is null order by v.title, v.id""";

    Requirement require(UUID id) {
        return findByIdOptional(id).orElseThrow(RecordNotFound::new);
    }

    /** By title, those that were withdrawn among them. */
    List<Requirement> list(Series series, PriorityCode priority, Domain domain, Paging.Request page) {
        boolean first = page.after().isEmpty();
        return getEntityManager().unwrap(Session.class).createNativeQuery(LIST, Requirement.class)
                .setParameter("series", name(series), String.class).setParameter("priority", name(priority), String.class)
                .setParameter("domain", name(domain), String.class).setParameter("afterTitle", first ? "" : page.after().get(0))
                .setParameter("afterId", first ? FIRST : UUID.fromString(page.after().get(1)))
                .setParameter("fetch", page.fetch()).getResultList();
    }

    /** Those of a series that stand, by title. As many as the coordinator has stated: some dozens, not a table that grows by itself. */
    List<Requirement> listStanding(Series series) {
        return list("series = ?1 and withdrawalReason is null order by title, id", series);
    }

    /** The same as it was known at the instant, through the records of today, whose row security has a say in what is shown. */
    List<Requirement> listStanding(Series series, Instant knownAt) {
        return getEntityManager().unwrap(Session.class).createNativeQuery(STANDING_THEN, Requirement.class)
                .setParameter("series", series.name(), String.class).setParameter("known", knownAt, Instant.class).getResultList();
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }
}
