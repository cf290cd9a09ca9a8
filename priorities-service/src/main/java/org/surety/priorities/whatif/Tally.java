package org.surety.priorities.whatif;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.surety.priorities.coverage.CoverageSum;
import org.surety.priorities.whatif.Figures.Figure;

/**
 * Adds up figures by requirement.
 *
 * @param inForce the kinds of situations that wake what sleeps
 */
record Tally(Map<UUID, Figures> figures, Set<String> inForce) {

    static Tally of(Set<String> inForce) {
        return new Tally(new HashMap<>(), inForce);
    }

    Figures of(UUID requirement) {
        return figures.getOrDefault(requirement, Figures.NOTHING);
    }

    Tally plus(List<CoverageSum> sums) {
        sums.forEach(sum -> add(sum, false));
        return this;
    }

    Tally minus(List<CoverageSum> sums) {
        sums.forEach(sum -> add(sum, true));
        return this;
    }

    private void add(CoverageSum sum, boolean negated) {
        Figure figure = new Figure(sum.quantity(), sum.undisclosed(), sum.commitments());
        put(sum.requirement(), Figures.of(sum.what(), sum.isAwake(inForce), negated ? figure.negated() : figure));
    }

    private void put(UUID requirement, Figures more) {
        if (requirement != null) {
            figures.merge(requirement, more, Figures::plus);
        }
    }

    Tally plus(Tally other) {
        other.figures.forEach(this::put);
        return this;
    }

    Tally minus(Tally other) {
        other.figures.forEach((requirement, more) -> put(requirement, Figures.NOTHING.minus(more)));
        return this;
    }

    /** What is no named element; a joint commitment is counted once, at its lead party. */
    Tally plusPlain(List<Piece> pieces) {
        pieces.stream().filter(piece -> piece.element() == null).forEach(piece -> put(piece.requirement(),
                Figures.of(piece.what(), piece.isAwake(inForce),
                        new Figure(Objects.requireNonNullElse(piece.quantity(), BigDecimal.ZERO),
                                piece.isOfLead() ? piece.undisclosed() : 0, piece.isOfLead() ? 1 : 0))));
        return this;
    }

    /** What several commitments of a party name is there once. */
    private record Element(UUID requirement, String what, String lead, String party, String name) {
    }

    /**
     * Named elements: of each as much as the one says that says most; of what is awake and asleep, what is awake comes first, and asleep is
     * what the others say beyond it. As the sums of coverage have it.
     */
    Tally plusElements(List<Piece> pieces) {
        Map<Element, List<Piece>> elements = new HashMap<>();
        pieces.stream().filter(piece -> piece.element() != null).forEach(piece -> elements.computeIfAbsent(
                new Element(piece.requirement(), piece.what(), piece.lead(), piece.party(), piece.element()),
                key -> new ArrayList<>()).add(piece));
        elements.forEach((element, said) -> {
            List<Piece> awake = said.stream().filter(piece -> piece.isAwake(inForce)).toList();
            List<Piece> asleep = said.stream().filter(piece -> !piece.isAwake(inForce)).toList();
            BigDecimal active = most(awake);
            put(element.requirement(), Figures.of(element.what(), true, figure(awake, active, active == null, BigDecimal.ZERO)));
            BigDecimal sleeping = most(asleep);
            put(element.requirement(),
                    Figures.of(element.what(), false, figure(asleep, sleeping, sleeping == null && active == null,
                            Objects.requireNonNullElse(active, BigDecimal.ZERO))));
        });
        return this;
    }

    private static Figure figure(List<Piece> pieces, BigDecimal most, boolean unknown, BigDecimal before) {
        int undisclosed = unknown ? pieces.stream().mapToInt(Piece::undisclosed).max().orElse(0) : 0;
        BigDecimal beyond = Objects.requireNonNullElse(most, BigDecimal.ZERO).subtract(before).max(BigDecimal.ZERO);
        return new Figure(pieces.isEmpty() ? BigDecimal.ZERO : beyond, undisclosed,
                pieces.stream().filter(Piece::isOfLead).count());
    }

    private static BigDecimal most(List<Piece> pieces) {
        return pieces.stream().map(Piece::quantity).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
    }
}
