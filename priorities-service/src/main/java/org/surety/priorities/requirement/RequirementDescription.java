package org.surety.priorities.requirement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.contracts.BindingForm;
import org.surety.contracts.Domain;
import org.surety.contracts.Kind;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.RequirementState.AttributeRule;
import org.surety.contracts.RequirementState.Phase;
import org.surety.contracts.Series;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;
import org.surety.kit.problem.Violations;
import org.surety.priorities.stating.Days;

/**
 * A requirement to be stated, and what PUT replaces of it. Series, priority and unit must be stated in a new one; in PUT they may be left
 * out or said again, never changed.
 *
 * @param title at most 200 characters
 * @param unit at most 60 characters, in which contributions are summed: "soldiers", "EUR million a year"
 * @param quantity what is needed: more than 0, at most 15 digits before and 3 after the point
 * @param minimum the credible minimum, from 0 to the quantity
 * @param host the party on whose territory it has to be met; null: on nobody's
 * @param from first day of the need; null: from now on
 * @param until last day (included); null: without end
 * @param kinds the kinds that are eligible; empty or absent: every kind
 * @param attributeRule what must be true of the contributing parties, in words, at most 500 characters
 * @param label COALITION or PUBLIC
 * @param rotationFactor so many times what is deployed is needed in the cycle: 1 to 12, at most two digits behind the point; absent: 1
 * @param phases what is needed from later days on, at most 120, in the order of their days
 * @param attributeRules what must be true of the contributing parties, as data, at most 5
 */
record RequirementDescription(Series series, PriorityCode priority,
        @Schema(description = "Do not write the name of a person: it could not be erased here. Refer to persons by id.") String title,
        String unit, BigDecimal quantity,
        BigDecimal minimum, Domain domain,
        @Schema(description = "Do not write the name of a person: it could not be erased here. Refer to persons by id.") String place,
        String host, LocalDate from, LocalDate until, List<Kind> kinds,
        BindingForm bindingForm,
        @Schema(description = "Do not write the name of a person: it could not be erased here. Refer to persons by id.") String attributeRule,
        Label.Representation label, BigDecimal rotationFactor, List<Phase> phases, List<AttributeRule> attributeRules) {

    private static final int MAX_TITLE = 200;
    private static final int MAX_UNIT = 60;
    private static final int MAX_PLACE = 200;
    private static final int MAX_RULE = 500;

    /** No sum has these and what stands in for them. */
    private static final Set<Kind> FORCES = EnumSet.of(Kind.FORCE_CONTRIBUTION, Kind.MONITORING, Kind.ATTACK_RESPONSE);

    RequirementDescription {
        kinds = kinds == null ? List.of() : kinds;
        rotationFactor = rotationFactor == null ? BigDecimal.ONE : rotationFactor;
        phases = phases == null ? List.of() : phases;
        attributeRules = attributeRules == null ? List.of() : attributeRules;
    }

    /** Checks a new requirement. */
    void checkNew() {
        Violations violations = new Violations().check(series != null, "series", "must be one of " + List.of(Series.values()))
                .check(priority != null, "priority", "must be one of " + List.of(PriorityCode.values()))
                .text(unit, "unit", MAX_UNIT);
        checkDescription(violations);
    }

    /** Checks what PUT brings. */
    void check() {
        checkDescription(new Violations());
    }

    private void checkDescription(Violations violations) {
        violations.text(title, "title", MAX_TITLE).optionalText(place, "place", MAX_PLACE)
                .optionalText(attributeRule, "attributeRule", MAX_RULE)
                .check(host == null || host.matches("[A-Z]{2,12}"), "host", "must be the code of a party")
                .check(host == null || series == null || !host.matches("[A-Z]{2,12}") || Series.ofParty(host) == series, "host",
                        "must be of the same series")
                .check(domain != null, "domain", "must be one of " + List.of(Domain.values()))
                .check(bindingForm != null, "bindingForm", "must be one of " + List.of(BindingForm.values()));
        DemandRules.check(quantity, minimum, "", violations);
        DemandRules.checkOverTime(this, violations);
        Days.check(violations, from, "from");
        Days.check(violations, until, "until");
        violations.check(from == null || until == null || !until.isBefore(from), "until", "must not be before from")
                .check(kinds.stream().allMatch(Objects::nonNull) && kinds.stream().distinct().count() == kinds.size(), "kinds",
                        "must be different kinds")
                .check(Collections.disjoint(kinds, Kind.SUPPLEMENTS) || Collections.disjoint(kinds, FORCES), "kinds",
                        "must not name SANCTIONS or FINANCIAL_ASSISTANCE beside kinds of forces: they raise no figure of those")
                .check(label != null && (label.release() == Release.COALITION || label.release() == Release.PUBLIC)
                        && (label.parties() == null || label.parties().isEmpty()), "label",
                        // It belongs to no party: under another label nobody could amend it.
                        "must have the release COALITION or PUBLIC and name no parties");
        violations.refuse();
    }

}
