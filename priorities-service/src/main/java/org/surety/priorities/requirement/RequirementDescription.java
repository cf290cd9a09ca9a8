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
import org.surety.contracts.Series;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;
import org.surety.kit.problem.Violations;

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
 */
record RequirementDescription(Series series, PriorityCode priority,
        @Schema(description = "Do not write the name of a person: it could not be erased here. Refer to persons by id.") String title,
        String unit, BigDecimal quantity,
        BigDecimal minimum, Domain domain,
        @Schema(description = "Do not write the name of a person: it could not be erased here. Refer to persons by id.") String place,
        String host, LocalDate from, LocalDate until, List<Kind> kinds,
        BindingForm bindingForm,
        @Schema(description = "Do not write the name of a person: it could not be erased here. Refer to persons by id.") String attributeRule,
        Label.Representation label) {

    private static final int MAX_TITLE = 200;
    private static final int MAX_UNIT = 60;
    private static final int MAX_PLACE = 200;
    private static final int MAX_RULE = 500;
    private static final int MAX_INTEGER_DIGITS = 15;
    private static final int MAX_FRACTION_DIGITS = 3;

    /** No promise of today is older than the United Nations or reaches past a century; other years are slips of the pen. */
    private static final LocalDate EARLIEST = LocalDate.of(1945, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2125, 12, 31);

    /** No sum has these and what stands in for them. */
    private static final Set<Kind> FORCES = EnumSet.of(Kind.FORCE_CONTRIBUTION, Kind.MONITORING, Kind.ATTACK_RESPONSE);

    RequirementDescription {
        kinds = kinds == null ? List.of() : kinds;
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
        checkQuantities(violations);
        checkDay(violations, from, "from");
        checkDay(violations, until, "until");
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

    private void checkQuantities(Violations violations) {
        violations.check(isWritable(quantity) && quantity.signum() > 0, "quantity", "must be more than 0 and" + digits())
                .check(isWritable(minimum) && minimum.signum() >= 0, "minimum", "must not be negative and" + digits());
        if (isWritable(quantity) && quantity.signum() > 0 && isWritable(minimum)) {
            violations.check(minimum.compareTo(quantity) <= 0, "minimum", "must not be more than the quantity");
        }
    }

    private static String digits() {
        return " have at most " + MAX_INTEGER_DIGITS + " digits before the point and " + MAX_FRACTION_DIGITS + " after it";
    }

    /** By scale and precision, so that 1E+999999999 is refused before anybody writes it out. */
    private static boolean isWritable(BigDecimal value) {
        if (value == null) {
            return false;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() <= MAX_FRACTION_DIGITS
                && (long) stripped.precision() - stripped.scale() <= MAX_INTEGER_DIGITS;
    }

    private static void checkDay(Violations violations, LocalDate day, String field) {
        violations.check(day == null || !day.isBefore(EARLIEST) && !day.isAfter(LATEST), field,
                "must be from " + EARLIEST + " to " + LATEST);
    }
}
