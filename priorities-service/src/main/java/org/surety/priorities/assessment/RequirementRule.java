package org.surety.priorities.assessment;

import java.util.List;

import org.surety.contracts.BindingForm;
import org.surety.contracts.Domain;
import org.surety.contracts.Exclusions;
import org.surety.contracts.Kind;

/** What of a requirement decides whether a promise counts for it. */
public record RequirementRule(Domain domain, String host, List<Kind> kinds, BindingForm bindingForm) {

    /** Of what names no requirement, or one that is not known. */
    static final RequirementRule NONE = new RequirementRule(Domain.NONE, null, List.of(), BindingForm.POLITICAL);

    boolean accepts(Kind kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }

    Exclusions.Scope scope() {
        return new Exclusions.Scope(domain, host, kinds);
    }
}
