package org.surety.priorities.credibility;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.contracts.Series;
import org.surety.kit.problem.RecordNotFound;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The criteria, as far as the viewer may see them. */
@ApplicationScoped
class CriterionRepository implements PanacheRepositoryBase<Criterion, String> {

    Criterion require(String code) {
        return findByIdOptional(code).orElseThrow(RecordNotFound::new);
    }

    /** In their order; as many as the migrations have made. Series null: of both. */
    List<Criterion> list(Series series) {
        return series == null ? list("order by number") : list("series = ?1 order by number", series);
    }
}
