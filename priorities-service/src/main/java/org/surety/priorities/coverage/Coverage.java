package org.surety.priorities.coverage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.contracts.Undisclosed;
import org.surety.priorities.coverage.CoverageRepresentation.Amount;
import org.surety.priorities.coverage.CoverageRepresentation.Assured;
import org.surety.priorities.coverage.CoverageRepresentation.Excluded;
import org.surety.priorities.coverage.CoverageRepresentation.OfPriority;
import org.surety.priorities.coverage.CoverageRepresentation.OfRequirement;
import org.surety.priorities.coverage.CoverageRepresentation.WithoutRequirement;
import org.surety.priorities.priority.PriorityRepresentation;
import org.surety.priorities.requirement.RequirementRepresentation;

/**
 * Lays the sums beside what is needed. A sum whose requirement is not among those given - hidden from the viewer, withdrawn, of the other
 * series - is left out altogether.
 */
record Coverage(List<PriorityRepresentation> priorities, List<RequirementRepresentation> requirements, List<CoverageSum> sums,
        List<EarlierSupport> earlierSupport) {

    static final String KIND_NOT_ELIGIBLE = "KIND_NOT_ELIGIBLE";

    private static final String EXERCISE_NOTE = "This is an exercise. Parties, requirements and promises are invented; no real state has promised any of it.";

    private static final String ASSURED_RULE = "not yet decided by acts: binding form, approvals, conditions and readiness are not recorded yet";

    private static final Map<String, String> RULES = rules();

    private static Map<String, String> rules() {
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put("pledged",
                "Every promise filed under the guarantee and not withdrawn, from the later of its announcement and the first"
                        + " day of its period until the last day of its period.");
        rules.put("committed",
                "Those of the pledged promises that were filed with authority and that the government has decided, from the day the decision"
                        + " takes effect, except while a body whose approval they need has refused it.");
        rules.put("assured", "Not a number yet: " + ASSURED_RULE + ".");
        rules.put("undisclosed", "Commitments whose quantity is not disclosed to you. They are counted and are in no sum.");
        rules.put("excluded",
                KIND_NOT_ELIGIBLE + ": pledged to the requirement, but of a kind that it does not accept. In no number.");
        rules.put("withoutRequirement", "Commitments to the priority that name no requirement, by number.");
        rules.put("earlierSupport",
                "Aid given before and apart from the guarantee, in euro as its source values it. Never in coverage.");
        return rules;
    }

    CoverageRepresentation represent(Series series, LocalDate day) {
        return new CoverageRepresentation(series, series == Series.EXERCISE ? EXERCISE_NOTE : null, day,
                priorities.stream().map(this::ofPriority).toList(), RULES, earlierSupport);
    }

    private OfPriority ofPriority(PriorityRepresentation priority) {
        return new OfPriority(priority.code(), priority.title(),
                requirements.stream().filter(requirement -> requirement.priority() == priority.code()).map(this::ofRequirement)
                        .toList(),
                withoutRequirement(priority.code()));
    }

    private OfRequirement ofRequirement(RequirementRepresentation requirement) {
        List<CoverageSum> contributed = sums.stream().filter(sum -> requirement.id().equals(sum.requirement())).toList();
        List<CoverageSum> eligible = contributed.stream()
                .filter(sum -> requirement.kinds().isEmpty() || requirement.kinds().contains(sum.kind())).toList();
        long excluded = at(Stage.PLEDGED, contributed).commitments() - at(Stage.PLEDGED, eligible).commitments();
        return new OfRequirement(requirement.id(), requirement.title(), requirement.unit(), requirement.domain(),
                requirement.from(),
                requirement.until(), requirement.quantity(), requirement.minimum(), at(Stage.PLEDGED, eligible),
                at(Stage.COMMITTED, eligible), new Assured(Undisclosed.NOT_DECIDED, ASSURED_RULE),
                excluded == 0 ? List.of() : List.of(new Excluded(KIND_NOT_ELIGIBLE, excluded)));
    }

    private WithoutRequirement withoutRequirement(PriorityCode priority) {
        List<CoverageSum> named = sums.stream().filter(sum -> sum.requirement() == null && Objects.equals(sum.priority(), priority))
                .toList();
        Amount pledged = at(Stage.PLEDGED, named);
        return new WithoutRequirement(pledged.commitments(), at(Stage.COMMITTED, named).commitments(), pledged.undisclosed());
    }

    private static Amount at(Stage stage, List<CoverageSum> sums) {
        BigDecimal quantity = BigDecimal.ZERO;
        long undisclosed = 0;
        long commitments = 0;
        for (CoverageSum sum : sums) {
            if (sum.stage() == stage) {
                quantity = quantity.add(sum.quantity());
                undisclosed += sum.undisclosed();
                commitments += sum.commitments();
            }
        }
        return new Amount(plain(quantity), undisclosed, commitments);
    }

    /** The same number always reads the same, whatever was added and taken off on the way to it. */
    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
