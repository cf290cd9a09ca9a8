package org.surety.delegations.delegation;

import java.util.List;

import org.surety.contracts.Level;
import org.surety.contracts.Source;
import org.surety.kit.problem.Violations;

/**
 * What is said of a delegation beside its composition: what PUT replaces.
 *
 * @param plannedLevel at which it was announced to come; may be absent
 */
record DelegationDescription(Level plannedLevel, String note, List<Source> sources) {

    DelegationDescription {
        sources = sources == null ? List.of() : sources;
    }

    void check() {
        check(new Violations()).refuse();
    }

    Violations check(Violations violations) {
        return violations.optionalText(note, "note", Violations.MAX_TEXT).sources(sources, "sources");
    }
}
