package org.surety.delegations.party;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.surety.contracts.PartyAttribute;
import org.surety.contracts.PartyKind;
import org.surety.contracts.Series;
import org.surety.kit.http.Paging;
import org.surety.kit.problem.RecordNotFound;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The parties, as far as the viewer may see them: as they stand, or as they were known at an instant. */
@ApplicationScoped
class PartyRepository implements PanacheRepositoryBase<Party, String> {

    /** Through the table of today, whose row security has a say in what is shown of the past. */
    private static final String KNOWN = """
            select v.* from party p join party_version v on v.id = p.id and v.version = version_known_at(p.id, :known)""";

    private static final String READ_KNOWN = KNOWN + " where p.id = :code";

    private static final String LIST_OF_CODES = KNOWN + " where p.id in (:codes)";

    /** Holds: the attribute's period contains the day; an open end always does. */
    private static final String LIST = """
            select * from (%s) party
            where (:series\\:\\:text is null or series = :series) and (:kind\\:\\:text is null or kind = :kind)
              and (:attribute\\:\\:text is null or exists (
                  select from jsonb_array_elements(attributes) a
                  where a ->> 'attribute' = :attribute
                    and coalesce((a ->> 'from')\\:\\:date <= :day, true) and coalesce((a ->> 'until')\\:\\:date >= :day, true)))
              and id > :after
            order by id limit :fetch""";

    private static final String LIST_NOW = LIST.formatted("select * from party");

    private static final String LIST_KNOWN = LIST.formatted(KNOWN);

    /**
     * What a list of parties may be narrowed by; null: not.
     *
     * @param day on which the attribute holds; never null
     * @param knownAt null: now
     */
    record PartyFilter(Series series, PartyKind kind, PartyAttribute attribute, LocalDate day, Instant knownAt) {
    }

    Party require(String code) {
        return findByIdOptional(code).orElseThrow(RecordNotFound::new);
    }

    /** To be read and not to be changed. */
    Party requireKnown(String code, Instant knownAt) {
        return query(READ_KNOWN).setParameter("code", code).setParameter("known", knownAt).getResultStream().findFirst()
                .orElseThrow(RecordNotFound::new);
    }

    /** Those with these codes; known at null: as they stand. */
    List<Party> listByCodes(Collection<String> codes, Instant knownAt) {
        if (codes.isEmpty() || knownAt == null) {
            return codes.isEmpty() ? List.of() : list("id in ?1", codes);
        }
        return query(LIST_OF_CODES).setParameter("codes", codes).setParameter("known", knownAt).getResultList();
    }

    List<Party> list(PartyFilter filter, Paging.Request page) {
        NativeQuery<Party> query = query(filter.knownAt() == null ? LIST_NOW : LIST_KNOWN);
        if (filter.knownAt() != null) {
            query.setParameter("known", filter.knownAt());
        }
        return query.setParameter("series", filter.series() == null ? null : filter.series().name(), String.class)
                .setParameter("kind", filter.kind() == null ? null : filter.kind().name(), String.class)
                .setParameter("attribute", filter.attribute() == null ? null : filter.attribute().name(), String.class)
                .setParameter("day", filter.day())
                .setParameter("after", page.after().isEmpty() ? "" : page.after().get(0))
                .setParameter("fetch", page.fetch())
                .getResultList();
    }

    private NativeQuery<Party> query(String sql) {
        return getEntityManager().unwrap(Session.class).createNativeQuery(sql, Party.class);
    }
}
