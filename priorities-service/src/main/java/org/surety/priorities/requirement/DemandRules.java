package org.surety.priorities.requirement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

import org.surety.contracts.RequirementState.AttributeRule;
import org.surety.contracts.RequirementState.Phase;
import org.surety.kit.problem.Violations;
import org.surety.priorities.stating.Days;

/** What may be demanded: how much, when how much, and of whom. */
final class DemandRules {

    private static final int MAX_INTEGER_DIGITS = 15;
    private static final int MAX_FRACTION_DIGITS = 3;
    private static final int MAX_PHASES = 120;
    private static final int MAX_RULES = 5;
    private static final int MAX_ATTRIBUTES = 7;
    private static final int MAX_PARTIES = 100;
    private static final BigDecimal MAX_ROTATION = BigDecimal.valueOf(12);
    private static final int ROTATION_DIGITS = 2;

    private DemandRules() {
    }

    /** @param place before the names of the fields */
    static void check(BigDecimal quantity, BigDecimal minimum, String place, Violations violations) {
        violations.check(isWritable(quantity) && quantity.signum() > 0, place + "quantity", "must be more than 0 and" + digits())
                .check(isWritable(minimum) && minimum.signum() >= 0, place + "minimum", "must not be negative and" + digits());
        if (isWritable(quantity) && quantity.signum() > 0 && isWritable(minimum)) {
            violations.check(minimum.compareTo(quantity) <= 0, place + "minimum", "must not be more than the quantity");
        }
    }

    static void checkOverTime(RequirementDescription description, Violations violations) {
        BigDecimal factor = description.rotationFactor();
        violations.check(factor.compareTo(BigDecimal.ONE) >= 0 && factor.compareTo(MAX_ROTATION) <= 0
                && factor.stripTrailingZeros().scale() <= ROTATION_DIGITS, "rotationFactor",
                "must be from 1 to " + MAX_ROTATION + " and have at most " + ROTATION_DIGITS + " digits behind the point");
        checkPhases(description, violations);
        violations.check(description.attributeRules().size() <= MAX_RULES, "attributeRules", "must be at most " + MAX_RULES);
        for (int i = 0; i < description.attributeRules().size(); i++) {
            AttributeRule rule = description.attributeRules().get(i);
            String place = "attributeRules[" + i + "]";
            violations.check(rule != null && rule.attributes() != null && !rule.attributes().isEmpty()
                    && rule.attributes().size() <= MAX_ATTRIBUTES && rule.attributes().stream().noneMatch(Objects::isNull)
                    && new HashSet<>(rule.attributes()).size() == rule.attributes().size(), place + ".attributes",
                    "must be different attributes")
                    .check(rule != null && rule.atLeast() >= 1 && rule.atLeast() <= MAX_PARTIES, place + ".atLeast",
                            "must be from 1 to " + MAX_PARTIES);
        }
    }

    private static void checkPhases(RequirementDescription description, Violations violations) {
        List<Phase> phases = description.phases();
        violations.check(phases.size() <= MAX_PHASES, "phases", "must be at most " + MAX_PHASES);
        LocalDate before = description.from();
        for (int i = 0; i < Math.min(phases.size(), MAX_PHASES); i++) {
            Phase phase = phases.get(i);
            String place = "phases[" + i + "].";
            if (phase == null || phase.from() == null) {
                violations.check(false, place + "from", "must be stated");
            } else {
                Days.check(violations, phase.from(), place + "from");
                violations.check(before == null || phase.from().isAfter(before), place + "from",
                        "must be after the first day of the need and of the phase before")
                        .check(description.until() == null || !phase.from().isAfter(description.until()), place + "from",
                                "must not be after until");
                check(phase.quantity(), phase.minimum(), place, violations);
                before = phase.from();
            }
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
}
