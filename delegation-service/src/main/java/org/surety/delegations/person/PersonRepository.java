package org.surety.delegations.person;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.surety.contracts.Rank;
import org.surety.kit.http.Paging;
import org.surety.kit.problem.RecordNotFound;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;

/** The persons, as far as the viewer may see them: as they stand, or with the rank that was known at an instant. */
@ApplicationScoped
class PersonRepository implements PanacheRepositoryBase<Person, UUID> {

    private static final UUID FIRST = new UUID(0, 0);

    /**
     * Through the table of today, whose row security has a say in what is shown of the past. Of name, post and their erasure there is no
     * past.
     */
    private static final String KNOWN = """
            select v.id, v.version, v.party, v.series, v.rank, v.audience_id, p.erased_on, i.name, i.post
            from person p
            join person_version v on v.id = p.id and v.version = version_known_at(p.id\\:\\:text, :known)
            left join person_identity i on i.person_id = p.id""";

    private static final String READ_KNOWN = KNOWN + " where p.id = :id";

    private static final String LIST_OF_IDS = KNOWN + " where p.id in (:ids)";

    private static final String LIST_KNOWN = KNOWN + """
             where (:party\\:\\:text is null or v.party = :party) and (:rank\\:\\:text is null or v.rank = :rank)
              and (v.party, p.id) > (:afterParty, :afterId)
            order by v.party, p.id limit :fetch""";

    Person require(UUID id) {
        return findByIdOptional(id).orElseThrow(RecordNotFound::new);
    }

    /** To be read and not to be changed. */
    Person requireKnown(UUID id, Instant knownAt) {
        return query(READ_KNOWN, knownAt).setParameter("id", id).getResultStream().findFirst().orElseThrow(RecordNotFound::new);
    }

    /** Known at null: as they stand. */
    List<Person> listByIds(List<UUID> ids, Instant knownAt) {
        if (ids.isEmpty() || knownAt == null) {
            return ids.isEmpty() ? List.of() : list("id in ?1", ids);
        }
        return query(LIST_OF_IDS, knownAt).setParameter("ids", ids).getResultList();
    }

    /** In the order of party and id; known at null: now. */
    List<Person> list(String party, Rank rank, Instant knownAt, Paging.Request page) {
        boolean first = page.after().isEmpty();
        String afterParty = first ? "" : page.after().get(0);
        UUID afterId = first ? FIRST : UUID.fromString(page.after().get(1));
        if (knownAt != null) {
            return query(LIST_KNOWN, knownAt).setParameter("party", party, String.class)
                    .setParameter("rank", rank == null ? null : rank.name(), String.class).setParameter("afterParty", afterParty)
                    .setParameter("afterId", afterId).setParameter("fetch", page.fetch()).getResultList();
        }
        return find("(:party is null or party = :party) and (:rank is null or rank = :rank) "
                + "and (party > :afterParty or party = :afterParty and id > :afterId) order by party, id",
                Parameters.with("party", party).and("rank", rank).and("afterParty", afterParty).and("afterId", afterId))
                .page(0, page.fetch()).list();
    }

    private NativeQuery<Person> query(String sql, Instant knownAt) {
        return getEntityManager().unwrap(Session.class).createNativeQuery(sql, Person.class).setParameter("known", knownAt);
    }
}
