package org.surety.priorities.priority;

import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.contracts.PriorityCode;
import org.surety.kit.problem.RecordNotFound;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The five priorities. */
@ApplicationScoped
class PriorityRepository implements PanacheRepositoryBase<Priority, PriorityCode> {

    Priority require(PriorityCode code) {
        return findByIdOptional(code).orElseThrow(RecordNotFound::new);
    }

    /** In the order in which the coalition names them. */
    List<Priority> listFive() {
        return listAll().stream().sorted(Comparator.comparing(Priority::code)).toList();
    }
}
