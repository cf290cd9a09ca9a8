package org.surety.priorities.whatif;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.surety.priorities.assessment.Counted;
import org.surety.priorities.assessment.Worth;

/**
 * That what a party gives by one commitment to one requirement counts as something on the day.
 *
 * @param requirement null: it names none
 * @param element by its name; null: it is no named element
 * @param quantity null: it is not disclosed
 * @param what a {@link org.surety.priorities.assessment.Stage} or a {@link org.surety.priorities.assessment.Shortfall}
 * @param wakes what it sleeps until, with commas; null: it does not sleep
 */
record Piece(UUID commitment, UUID requirement, String party, String lead, String element, BigDecimal quantity, int undisclosed,
        String what, String wakes) {

    /** @param shown whether the viewer sees amounts that are released to an audience, or to all who see the commitment (null) */
    static List<Piece> of(List<Worth> worths, LocalDate day, Predicate<Integer> shown) {
        return worths.stream().flatMap(worth -> worth.counted().stream().filter(counted -> counted.days().contains(day))
                .map(counted -> of(worth, counted, shown.test(worth.amountsAudienceId())))).toList();
    }

    private static Piece of(Worth worth, Counted counted, boolean shown) {
        return new Piece(worth.commitment(), worth.requirementId(), worth.party(), worth.lead(), worth.element(),
                shown ? worth.quantity() : null, shown ? worth.undisclosed() : 1, counted.what(), counted.wakes());
    }

    boolean isOfLead() {
        return party.equals(lead);
    }

    boolean isAwake(Set<String> inForce) {
        return wakes == null || Stream.of(wakes.split(",")).anyMatch(inForce::contains);
    }
}
