package org.surety.priorities.coverage;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.surety.contracts.Domain;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.contracts.SituationKind;
import org.surety.priorities.assessment.Stage;
import org.surety.priorities.coverage.CoverageRepresentation.Amount;
import org.surety.priorities.requirement.Need;
import org.surety.priorities.requirement.RequirementRepresentation;
import org.surety.priorities.situation.SituationInForce;
import org.surety.priorities.stating.Quantities;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Coverage month by month, as far as it is released to the viewer and as all that is known today lets it come.
 *
 * @param note what must be known before reading on; absent for the real series
 * @param knownAt the instant at which it was known; absent: as it is known now
 * @param situations that are determined and hold today: the answer takes them for holding in every month
 * @param assumed situations that the answer takes as given although nobody has determined them
 */
record MonthsRepresentation(Series series, String note, @JsonInclude(JsonInclude.Include.NON_NULL) Instant knownAt, LocalDate from,
        int months, List<SituationInForce> situations,
        List<SituationKind> assumed, List<OfRequirement> requirements) {

    /** One requirement over the months; all quantities are in its unit. */
    record OfRequirement(UUID requirement, PriorityCode priority, String title, String unit, Domain domain, List<OnDay> months) {

        static OfRequirement from(RequirementRepresentation requirement, Months months, List<MonthSum> sums) {
            Map<LocalDate, List<MonthSum>> byDay = sums.stream().filter(sum -> sum.requirement().equals(requirement.id()))
                    .collect(Collectors.groupingBy(MonthSum::day));
            return new OfRequirement(requirement.id(), requirement.priority(), requirement.title(), requirement.unit(),
                    requirement.domain(), months.days().stream()
                            .map(day -> OnDay.from(day, requirement, byDay.getOrDefault(day, List.of()))).toList());
        }
    }

    /** The numbers of a day, each as coverage has it; of a month it is the first. */
    record OnDay(LocalDate day, BigDecimal needed, BigDecimal minimum, Amount pledged, Amount committed, Amount assured,
            Amount available) {

        static OnDay from(LocalDate day, RequirementRepresentation requirement, List<MonthSum> sums) {
            Need need = requirement.needOn(day);
            return new OnDay(day, need.quantity(), need.minimum(), amount(sums, sum -> sum.stage() == Stage.PLEDGED),
                    amount(sums, sum -> sum.stage() == Stage.COMMITTED), amount(sums, sum -> sum.stage() == Stage.ASSURED),
                    amount(sums, sum -> sum.stage() == Stage.ASSURED && sum.awake()));
        }

        private static Amount amount(List<MonthSum> sums, Predicate<MonthSum> which) {
            List<MonthSum> those = sums.stream().filter(which).toList();
            return new Amount(
                    Quantities.plain(those.stream().map(MonthSum::quantity).reduce(BigDecimal.ZERO, BigDecimal::add)),
                    those.stream().mapToLong(MonthSum::undisclosed).sum(),
                    those.stream().mapToLong(MonthSum::commitments).sum());
        }
    }
}
