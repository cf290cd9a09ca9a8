package org.surety.priorities.whatif;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import org.surety.contracts.PriorityCode;
import org.surety.priorities.requirement.Need;
import org.surety.priorities.whatif.Figures.Figure;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What steps lead to on a day, as far as the viewer sees it.
 *
 * @param requirements all of the series that stand
 * @param cascade first what the steps themselves change, then what changes because of that, and so on; what a situation wakes is in the
 *        figures alone
 */
public record Outcome(List<OfRequirement> requirements, List<Wave> cascade) {

    /** What happens to the credible minimum at the stage assured. */
    public enum Crossing {
        FALLS_BELOW, REACHES
    }

    /**
     * Coverage of one requirement as it is, with the steps carried out, and the latter less the former; all quantities are in its unit.
     *
     * @param difference absent: nothing differs
     * @param minimumAssured absent: the minimum is assured in both, or in neither
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OfRequirement(UUID requirement, PriorityCode priority, String title, String unit, BigDecimal needed,
            BigDecimal minimum, Figures live, Figures scenario, Difference difference, Crossing minimumAssured) {

        static OfRequirement of(UUID requirement, PriorityCode priority, String title, String unit, Need need, Figures live,
                Figures scenario) {
            BigDecimal minimum = need.minimum();
            boolean was = live.assured().quantity().compareTo(minimum) >= 0;
            boolean is = scenario.assured().quantity().compareTo(minimum) >= 0;
            return new OfRequirement(requirement, priority, title, unit, need.quantity(), minimum, live, scenario,
                    Difference.of(scenario.minus(live)),
                    was == is ? null : is ? Crossing.REACHES : Crossing.FALLS_BELOW);
        }

        public boolean differs() {
            return difference != null;
        }
    }

    /** By how much the stages differ; those that do not are absent. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Difference(Figure pledged, Figure committed, Figure assured, Figure available) {

        private static Difference of(Figures figures) {
            return figures.equals(Figures.NOTHING)
                    ? null
                    : new Difference(orNull(figures.pledged()), orNull(figures.committed()), orNull(figures.assured()),
                            orNull(figures.available()));
        }

        private static Figure orNull(Figure figure) {
            return figure.equals(Figure.NOTHING) ? null : figure;
        }
    }
}
