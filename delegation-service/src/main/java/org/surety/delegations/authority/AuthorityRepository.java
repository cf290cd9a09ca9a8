package org.surety.delegations.authority;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.surety.contracts.Rank;
import org.surety.kit.problem.RecordNotFound;

/** What a question of authority needs to know of persons, as far as the viewer may see them. */
@ApplicationScoped
class AuthorityRepository {

    private static final String NOW = "select r.party, r.rank from person r where r.id = :person";

    private static final String AS_KNOWN = "select v.party, v.rank from person r join person_version v on v.id = r.id "
            + "and v.version = version_known_at(cast(r.id as text), :known) where r.id = :person";

    private final EntityManager entities;

    AuthorityRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Whose the person is and under which rank; an erased person has both still. */
    record Standing(String party, Rank rank) {
    }

    /** As it stands, or with an instant as it was known then: a person recorded later was not there. */
    Standing require(UUID person, Instant knownAt) {
        NativeQuery<Tuple> query = entities.unwrap(Session.class).createNativeQuery(knownAt == null ? NOW : AS_KNOWN, Tuple.class)
                .setParameter("person", person);
        if (knownAt != null) {
            query.setParameter("known", knownAt, Instant.class);
        }
        return query.getResultList().stream().findFirst()
                .map(row -> new Standing(row.get(0, String.class), Rank.valueOf(row.get(1, String.class))))
                .orElseThrow(RecordNotFound::new);
    }
}
