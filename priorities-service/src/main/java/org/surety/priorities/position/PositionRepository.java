package org.surety.priorities.position;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.surety.contracts.PriorityCode;
import org.surety.kit.http.Paging;
import org.surety.kit.problem.RecordNotFound;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The positions, as far as the viewer may see them. */
@ApplicationScoped
class PositionRepository implements PanacheRepositoryBase<Position, UUID> {

    private static final String NOW = "select r.* from party_position r";

    /** Through the record of today, whose row security has a say in what is shown of the past. */
    private static final String KNOWN = "select v.* from party_position r join party_position_version v on v.id = r.id and v.version = "
            + "version_known_at(cast(r.id as text), :known)";

    private static final String NARROWED = """
            from (%s) p where (cast(:party as text) is null or party = :party) and (cast(:priority as text) is null or priority = :priority)
              and (cast(:series as text) is null or series = :series) and (cast(:day as date) is null or stated_on <= :day)""";

    private static final String HOLDING = "select * from (select distinct on (party, priority) * " + NARROWED + """
              and withdrawal_reason is null order by party, priority, stated_on desc, number desc) held
            where (cast(:stance as text) is null or stance = :stance) and (party, priority) > (:afterParty, :afterPriority)
            order by party, priority limit :fetch""";

    private static final String ALL = "select * " + NARROWED + """
              and (cast(:stance as text) is null or stance = :stance) and number > :after
            order by number limit :fetch""";

    Position require(UUID id) {
        return findByIdOptional(id).orElseThrow(RecordNotFound::new);
    }

    /** As it was known at the instant; to be read and not to be changed. */
    Position requireKnown(UUID id, Instant knownAt) {
        return query(KNOWN + " where r.id = :id", knownAt).setParameter("id", id).getResultStream().findFirst()
                .orElseThrow(RecordNotFound::new);
    }

    /** Those of a party on a priority that it stated for this day and did not withdraw. */
    List<Position> standing(String party, PriorityCode priority, LocalDate day) {
        return list("party = ?1 and priority = ?2 and statedOn = ?3 and withdrawalReason is null", party, priority, day);
    }

    /** The one that holds of each party and priority, in their order. */
    List<Position> listHolding(PositionFilter filter, Paging.Request page) {
        boolean first = page.after().isEmpty();
        return narrowed(HOLDING, filter).setParameter("afterParty", first ? "" : page.after().get(0))
                .setParameter("afterPriority", first ? "" : page.after().get(1)).setParameter("fetch", page.fetch())
                .getResultList();
    }

    /** All that was stated, in the order of recording. */
    List<Position> listAll(PositionFilter filter, Paging.Request page) {
        return narrowed(ALL, filter).setParameter("after", page.after().isEmpty() ? 0L : Long.parseLong(page.after().get(0)))
                .setParameter("fetch", page.fetch()).getResultList();
    }

    private NativeQuery<Position> narrowed(String sql, PositionFilter filter) {
        return query(sql.formatted(filter.knownAt() == null ? NOW : KNOWN), filter.knownAt())
                .setParameter("party", filter.party(), String.class)
                .setParameter("priority", name(filter.priority()), String.class)
                .setParameter("series", name(filter.series()), String.class)
                .setParameter("stance", name(filter.stance()), String.class)
                .setParameter("day", filter.asOf(), LocalDate.class);
    }

    /** A past state is read and never written back. */
    private NativeQuery<Position> query(String sql, Instant knownAt) {
        NativeQuery<Position> query = getEntityManager().unwrap(Session.class).createNativeQuery(sql, Position.class);
        query.setReadOnly(true);
        return knownAt == null ? query : query.setParameter("known", knownAt, Instant.class);
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }
}
