package org.surety.delegations.gathering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.surety.contracts.Series;
import org.surety.kit.http.Paging;
import org.surety.kit.problem.RecordNotFound;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The gatherings, as far as the viewer may see them: as they stand, or as they were known at an instant. */
@ApplicationScoped
class GatheringRepository implements PanacheRepositoryBase<Gathering, UUID> {

    /** Through the table of today, whose row security has a say in what is shown of the past. */
    private static final String KNOWN = """
            select v.* from gathering p
            join gathering_version v on v.id = p.id and v.version = version_known_at(p.id\\:\\:text, :known)""";

    private static final String READ_KNOWN = KNOWN + " where p.id = :id";

    private static final String LIST = """
            select * from (%s) gathering
            where (:series\\:\\:text is null or series = :series) and (:status\\:\\:text is null or status = :status)
              and (starts_on, id) > (:afterDay, :afterId)
            order by starts_on, id limit :fetch""";

    private static final String LIST_NOW = LIST.formatted("select * from gathering");

    private static final String LIST_KNOWN = LIST.formatted(KNOWN);

    /** A change that has no number yet is as old as its row. */
    private static final String RECORDED = """
            select g.id as id, coalesce(c.recorded_at, c.appended_at) as recorded
            from gathering g join change c on c.subject = g.id\\:\\:text and c.subject_version = g.version
            where g.id in (:ids)""";

    Gathering require(UUID id) {
        return findByIdOptional(id).orElseThrow(RecordNotFound::new);
    }

    /** To be read and not to be changed. */
    Gathering requireKnown(UUID id, Instant knownAt) {
        return query(READ_KNOWN).setParameter("id", id).setParameter("known", knownAt).getResultStream().findFirst()
                .orElseThrow(RecordNotFound::new);
    }

    /** In the order of the first day and id; known at null: now. */
    List<Gathering> list(Series series, Gathering.Status status, Instant knownAt, Paging.Request page) {
        NativeQuery<Gathering> query = query(knownAt == null ? LIST_NOW : LIST_KNOWN);
        if (knownAt != null) {
            query.setParameter("known", knownAt);
        }
        boolean first = page.after().isEmpty();
        return query.setParameter("series", series == null ? null : series.name(), String.class)
                .setParameter("status", status == null ? null : status.name(), String.class)
                .setParameter("afterDay", first ? LocalDate.EPOCH.minusYears(1000) : LocalDate.parse(page.after().get(0)))
                .setParameter("afterId", first ? new UUID(0, 0) : UUID.fromString(page.after().get(1)))
                .setParameter("fetch", page.fetch())
                .getResultList();
    }

    /** When the versions that stand were recorded, by gathering. */
    Map<UUID, Instant> recordedTimes(List<UUID> ids) {
        Map<UUID, Instant> times = new HashMap<>();
        if (!ids.isEmpty()) {
            getEntityManager().createNativeQuery(RECORDED, Tuple.class).setParameter("ids", ids).getResultList().forEach(row -> {
                Tuple tuple = (Tuple) row;
                times.put(tuple.get("id", UUID.class), tuple.get("recorded", Instant.class));
            });
        }
        return times;
    }

    private NativeQuery<Gathering> query(String sql) {
        return getEntityManager().unwrap(Session.class).createNativeQuery(sql, Gathering.class);
    }
}
