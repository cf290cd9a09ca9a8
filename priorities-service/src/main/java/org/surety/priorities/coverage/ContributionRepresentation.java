package org.surety.priorities.coverage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.surety.contracts.Quantity;
import org.surety.contracts.Undisclosed;
import org.surety.priorities.assessment.Stage;
import org.surety.priorities.stating.Quantities;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What one party gives by one commitment, and what that is in the numbers of coverage on the day.
 *
 * @param title what the commitment is called; as it was known, what it was called then
 * @param party whose part it is
 * @param lead the party whose commitment it is
 * @param element its name for what it gives; absent: it is no named element
 * @param quantity what the commitment says; absent where there is nothing to say
 * @param stage the latest stage that it has reached; absent: none
 * @param until the last day on which it holds that stage without a break, as things stand; absent: there is no such day, or no stage
 * @param wakesOn any of these wakes it: a kind of situation, or {@code DATE:} and the day. Empty: it does not sleep
 * @param awake whether what is assured of it is available; absent: nothing is assured
 * @param counts in which numbers it is, and with how much
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ContributionRepresentation(UUID commitment, String title, String party, String lead, String element, Quantity quantity,
        Stage stage,
        LocalDate until, List<String> wakesOn, Boolean awake, List<Counts> counts) {

    /**
     * That it is in a number. The sums of these over all contributions are the number.
     *
     * @param quantity what it adds: nothing where another commitment says as much or more of the same element
     * @param undisclosed 1 where it states no quantity to this viewer, else 0
     * @param commitments 1, and 0 for the part of who does not lead
     * @param until the last day on which it counts there without a break, as things stand; absent: there is no such day
     * @param rule of a shortfall, what it says
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Counts(Figure what, BigDecimal quantity, int undisclosed, int commitments, LocalDate until, String rule) {
    }

    /** @param counted all that one part counts as, of which there is at least one */
    static ContributionRepresentation from(List<CountedPart> counted, String unit) {
        CountedPart part = counted.get(0);
        Optional<CountedPart> reached = Arrays.stream(Stage.values()).sorted(Comparator.reverseOrder())
                .flatMap(stage -> counted.stream().filter(one -> one.what().equals(stage.name()))).findFirst();
        Optional<CountedPart> assured = reached.filter(one -> one.what().equals(Stage.ASSURED.name()));
        return new ContributionRepresentation(part.commitment(), part.title(), part.party(), part.lead(), part.element(),
                quantity(part, unit),
                reached.map(one -> Stage.valueOf(one.what())).orElse(null), reached.map(CountedPart::until).orElse(null),
                assured.map(CountedPart::wakes).map(wakes -> Arrays.asList(wakes.split(","))).orElse(List.of()),
                assured.map(CountedPart::awake).orElse(null), counts(counted));
    }

    private static Quantity quantity(CountedPart part, String unit) {
        if (part.said() != null) {
            return Quantity.of(Quantities.plain(part.said()), unit);
        }
        Undisclosed reason = part.reason();
        return reason == null ? null : Quantity.undisclosed(reason, unit);
    }

    private static List<Counts> counts(List<CountedPart> counted) {
        List<Counts> counts = new ArrayList<>();
        for (CountedPart part : counted) {
            counts.add(of(Figure.valueOf(part.what()), part, part.until()));
            if (part.what().equals(Stage.ASSURED.name())) {
                counts.add(part.awake() ? of(Figure.AVAILABLE, part, part.until()) : of(Figure.DORMANT, part, part.sameUntil()));
            }
        }
        counts.sort(Comparator.comparing(Counts::what));
        return counts;
    }

    private static Counts of(Figure figure, CountedPart part, LocalDate until) {
        return new Counts(figure, Quantities.plain(part.quantity()), part.undisclosed(), part.commitments(), until, figure.rule());
    }
}
