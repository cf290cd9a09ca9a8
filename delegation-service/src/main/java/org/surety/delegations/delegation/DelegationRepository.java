package org.surety.delegations.delegation;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.contracts.Level;
import org.surety.contracts.Series;
import org.surety.kit.http.Paging;
import org.surety.kit.problem.RecordNotFound;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;

/** The delegations and their restructures, as far as the viewer may see them. */
@ApplicationScoped
class DelegationRepository implements PanacheRepositoryBase<Delegation, UUID> {

    Delegation require(UUID id) {
        return findByIdOptional(id).orElseThrow(RecordNotFound::new);
    }

    /** In the order of party and id. */
    List<Delegation> list(DelegationFilter filter, Paging.Request page) {
        boolean first = page.after().isEmpty();
        return find("(:series is null or series = :series) and (:gathering is null or gathering = :gathering) "
                + "and (:party is null or party = :party) and (:level is null or level = :level) "
                + "and (party > :afterParty or party = :afterParty and id > :afterId) order by party, id",
                Parameters.with("series", filter.series()).and("gathering", filter.gathering()).and("party", filter.party())
                        .and("level", filter.level()).and("afterParty", first ? "" : page.after().get(0))
                        .and("afterId", first ? new UUID(0, 0) : UUID.fromString(page.after().get(1))))
                .page(0, page.fetch()).list();
    }

    void persist(Restructure restructure) {
        getEntityManager().persist(restructure);
    }

    /** In the order in which they were recorded. */
    List<Restructure> listRestructures(UUID delegation) {
        return getEntityManager()
                .createQuery("from Restructure where delegation = :delegation order by delegationVersion", Restructure.class)
                .setParameter("delegation", delegation).setMaxResults(Paging.MAX_LIMIT).getResultList();
    }

    /** What a list of delegations may be narrowed by; null: not. */
    record DelegationFilter(Series series, UUID gathering, String party, Level level) {
    }
}
