package org.surety.delegations.group;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.surety.contracts.Series;
import org.surety.kit.http.Paging;
import org.surety.kit.problem.RecordNotFound;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The party groups: as they stand, or as they were known at an instant. */
@ApplicationScoped
class PartyGroupRepository implements PanacheRepositoryBase<PartyGroup, UUID> {

    /** Through the table of today, whose row security has a say in what is shown of the past. */
    private static final String KNOWN = """
            select v.* from party_group p
            join party_group_version v on v.id = p.id and v.version = version_known_at(p.id\\:\\:text, :known)""";

    private static final String READ_KNOWN = KNOWN + " where p.id = :id";

    /** A party is a member on a day when one of its periods contains it; an open end always does. */
    private static final String LIST = """
            select * from (%s) party_group
            where (:series\\:\\:text is null or series = :series) and (:member\\:\\:text is null or exists (
                  select from jsonb_array_elements(members) m
                  where m ->> 'party' = :member
                    and coalesce((m ->> 'from')\\:\\:date <= :day, true) and coalesce((m ->> 'until')\\:\\:date >= :day, true)))
              and ((names ->> 'en') collate "C", id) > (:afterName, :afterId)
            order by (names ->> 'en') collate "C", id limit :fetch""";

    private static final String LIST_NOW = LIST.formatted("select * from party_group");

    private static final String LIST_KNOWN = LIST.formatted(KNOWN);

    /**
     * What a list of party groups may be narrowed by; null: not.
     *
     * @param member a party that belongs to the group on the day
     * @param day never null
     * @param knownAt null: now
     */
    record PartyGroupFilter(Series series, String member, LocalDate day, Instant knownAt) {
    }

    PartyGroup require(UUID id) {
        return findByIdOptional(id).orElseThrow(RecordNotFound::new);
    }

    /** To be read and not to be changed. */
    PartyGroup requireKnown(UUID id, Instant knownAt) {
        return query(READ_KNOWN).setParameter("id", id).setParameter("known", knownAt).getResultStream().findFirst()
                .orElseThrow(RecordNotFound::new);
    }

    /** In the order of the English name and id. */
    List<PartyGroup> list(PartyGroupFilter filter, Paging.Request page) {
        NativeQuery<PartyGroup> query = query(filter.knownAt() == null ? LIST_NOW : LIST_KNOWN);
        if (filter.knownAt() != null) {
            query.setParameter("known", filter.knownAt());
        }
        boolean first = page.after().isEmpty();
        return query.setParameter("series", filter.series() == null ? null : filter.series().name(), String.class)
                .setParameter("member", filter.member(), String.class)
                .setParameter("day", filter.day())
                .setParameter("afterName", first ? "" : page.after().get(0))
                .setParameter("afterId", first ? new UUID(0, 0) : UUID.fromString(page.after().get(1)))
                .setParameter("fetch", page.fetch())
                .getResultList();
    }

    private NativeQuery<PartyGroup> query(String sql) {
        return getEntityManager().unwrap(Session.class).createNativeQuery(sql, PartyGroup.class);
    }
}
