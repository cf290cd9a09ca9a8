package org.surety.priorities.credibility;

import java.math.BigDecimal;
import java.util.List;

import org.surety.contracts.CriterionKind;
import org.surety.contracts.PartyAttribute;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.kit.label.Label;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A criterion as it is answered; parameters that its kind does not have are absent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CriterionRepresentation(String code, Series series, CriterionKind kind, String title, PriorityCode priority,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<PartyAttribute> attributes, Integer atLeast, BigDecimal percent,
        boolean enabled, Label.Representation label,
        long version) {

    static CriterionRepresentation from(Criterion criterion, Label label) {
        return new CriterionRepresentation(criterion.code(), criterion.series(), criterion.kind(), criterion.title(),
                criterion.priority(), criterion.attributes(), criterion.atLeast(), criterion.percent(), criterion.isEnabled(),
                label.representation(), criterion.version());
    }
}
