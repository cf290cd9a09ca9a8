package org.surety.priorities.scenario;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.surety.contracts.Series;
import org.surety.kit.http.Paging;
import org.surety.kit.problem.RecordNotFound;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The scenarios, as far as the viewer may see them. */
@ApplicationScoped
class ScenarioRepository implements PanacheRepositoryBase<Scenario, UUID> {

    private static final String LIST = """
            select * from scenario
            where (cast(:party as text) is null or party = :party) and (cast(:series as text) is null or series = :series)
              and number < :after
            order by number desc limit :fetch""";

    Scenario require(UUID id) {
        return findByIdOptional(id).orElseThrow(RecordNotFound::new);
    }

    /** The newest first. */
    List<Scenario> list(ScenarioFilter filter, Paging.Request page) {
        Series series = filter.series();
        return getEntityManager().unwrap(Session.class).createNativeQuery(LIST, Scenario.class)
                .setParameter("party", filter.party(), String.class)
                .setParameter("series", series == null ? null : series.name(), String.class)
                .setParameter("after", page.after().isEmpty() ? Long.MAX_VALUE : Long.parseLong(page.after().get(0)))
                .setParameter("fetch", page.fetch()).getResultList();
    }
}
