package org.surety.priorities.credibility;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.contracts.CriterionKind;
import org.surety.contracts.PartyAttribute;
import org.surety.contracts.PriorityCode;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;
import org.surety.kit.problem.Violations;
import org.surety.priorities.stating.FreeText;

/**
 * What PUT replaces of a criterion.
 *
 * @param priority of ATTRIBUTE_IN_PRIORITY alone; so with the next two
 * @param attributes that a party has to have, all of them
 * @param atLeast how many such parties there have to be, 1 to 60
 * @param percent of SHARE_OF_ONE_PARTY alone: more than 0, at most 100, at most 4 digits behind the point
 * @param enabled whether it is asked
 * @param label COALITION or PUBLIC
 */
record CriterionDescription(@Schema(description = "At most 200 characters. " + FreeText.NO_NAMES) String title,
        PriorityCode priority, List<PartyAttribute> attributes, Integer atLeast, BigDecimal percent, Boolean enabled,
        Label.Representation label) {

    private static final int MAX_TITLE = 200;
    private static final int MAX_DIGITS = 4;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    void check(CriterionKind kind) {
        Violations violations = new Violations().text(title, "title", MAX_TITLE).check(enabled != null, "enabled", "must be stated")
                .check(label != null && (label.release() == Release.COALITION || label.release() == Release.PUBLIC), "label",
                        "must be COALITION or PUBLIC");
        if (kind == CriterionKind.ATTRIBUTE_IN_PRIORITY) {
            violations.check(priority != null, "priority", "must be one of " + List.of(PriorityCode.values()))
                    .check(attributes != null && !attributes.isEmpty() && attributes.stream().allMatch(Objects::nonNull)
                            && attributes.stream().distinct().count() == attributes.size(), "attributes",
                            "must be different ones of " + List.of(PartyAttribute.values()))
                    .check(atLeast != null && atLeast >= 1 && atLeast <= Label.MAX_PARTIES, "atLeast",
                            "must be from 1 to " + Label.MAX_PARTIES);
        } else {
            violations.check(priority == null, "priority", "has no meaning for " + kind)
                    .check(attributes == null, "attributes", "has no meaning for " + kind)
                    .check(atLeast == null, "atLeast", "has no meaning for " + kind);
        }
        if (kind == CriterionKind.SHARE_OF_ONE_PARTY) {
            violations.check(percent != null && percent.signum() > 0 && percent.compareTo(WHOLE) <= 0
                    && percent.stripTrailingZeros().scale() <= MAX_DIGITS, "percent",
                    "must be more than 0 and at most 100, with at most " + MAX_DIGITS + " digits behind the point");
        } else {
            violations.check(percent == null, "percent", "has no meaning for " + kind);
        }
        violations.refuse();
    }
}
