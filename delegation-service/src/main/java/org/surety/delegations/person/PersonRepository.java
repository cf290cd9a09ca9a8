package org.surety.delegations.person;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.contracts.Rank;
import org.surety.kit.http.Paging;
import org.surety.kit.problem.RecordNotFound;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;

/** The persons, as far as the viewer may see them. */
@ApplicationScoped
class PersonRepository implements PanacheRepositoryBase<Person, UUID> {

    private static final UUID FIRST = new UUID(0, 0);

    Person require(UUID id) {
        return findByIdOptional(id).orElseThrow(RecordNotFound::new);
    }

    List<Person> listByIds(List<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /** In the order of party and id. */
    List<Person> list(String party, Rank rank, Paging.Request page) {
        boolean first = page.after().isEmpty();
        return find("(:party is null or party = :party) and (:rank is null or rank = :rank) "
                + "and (party > :afterParty or party = :afterParty and id > :afterId) order by party, id",
                Parameters.with("party", party).and("rank", rank).and("afterParty", first ? "" : page.after().get(0))
                        .and("afterId", first ? FIRST : UUID.fromString(page.after().get(1))))
                .page(0, page.fetch()).list();
    }
}
