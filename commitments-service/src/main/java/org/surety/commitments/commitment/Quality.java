package org.surety.commitments.commitment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.surety.commitments.readiness.Readiness;
import org.surety.commitments.readiness.ReadinessStatement;
import org.surety.commitments.trigger.Trigger;
import org.surety.contracts.Basis;
import org.surety.contracts.Kind;
import org.surety.contracts.Money;

/**
 * How well a commitment can be assessed by what it says.
 *
 * @param score the share of what could be said of it that is said, in whole percent
 * @param missing the rest, in the order of the fields
 */
record Quality(int score, List<Missing> missing) {

    /** Kinds that happen somewhere. */
    private static final Set<Kind> PLACED = EnumSet.of(Kind.FORCE_CONTRIBUTION, Kind.MONITORING, Kind.TRAINING, Kind.LOGISTICS,
            Kind.RECONSTRUCTION_FORTIFICATION);

    /** Kinds that belong to a domain. */
    private static final Set<Kind> OF_A_DOMAIN = EnumSet.of(Kind.FORCE_CONTRIBUTION, Kind.MONITORING, Kind.ATTACK_RESPONSE);

    /** Kinds that move forces when they are called. */
    private static final Set<Kind> MOVING_FORCES = OF_A_DOMAIN;

    /** What is not said, and what that means for who reads or counts it. */
    record Missing(String field, String why) {
    }

    /** What one says that is filed, and whether it could be called on a day. */
    static Quality of(Commitment commitment, LocalDate day) {
        boolean callable = commitment.state() == State.FILED && commitment.basis() == Basis.GUARANTEE
                && MOVING_FORCES.contains(commitment.description().kind());
        return of(commitment.basis(), commitment.description(), callable ? day : null, commitment.readiness());
    }

    /** What a draft says. */
    static Quality of(Basis basis, CommitmentDescription said) {
        return of(basis, said, null, List.of());
    }

    /** @param calledOn the day on which it could be called; null: it is nothing to be called */
    private static Quality of(Basis basis, CommitmentDescription said, LocalDate calledOn, List<ReadinessStatement> readiness) {
        Marks marks = new Marks();
        marks.note(true, said.text() != null, "text", "Nobody can tell what exactly is promised.");
        if (basis == Basis.GUARANTEE) {
            marks.note(true, said.priority() != null, "priority", "It supports none of the five priorities.");
            marks.note(said.priority() != null, !said.contributions().isEmpty(), "contributions",
                    "It names no requirement: it is counted by number and covers nothing.");
            marks.note(!said.contributions().isEmpty(), said.contributions().stream().allMatch(part -> part.quantity() != null),
                    "contributions.quantity", "A contribution without a quantity is in no sum.");
        }
        boolean amount = said.quantity() != null && said.quantity().quantity() != null || isStated(said.money());
        marks.note(true, amount, "quantity", "Neither a quantity nor an amount of money is known: it is counted as undisclosed.");
        marks.note(isStated(said.money()), isStated(said.euroValue()), "euroValue", "Without a value in euro it is in no total.");
        marks.note(true, said.period() != null && said.period().from() != null && said.period().from().day() != null, "period.from",
                "It counts from its announcement on, whenever it begins.");
        marks.note(PLACED.contains(said.kind()), said.place() != null && said.place().text() != null, "place",
                "Nobody can tell where.");
        marks.note(OF_A_DOMAIN.contains(said.kind()), said.domain() != null, "domain",
                "Land, air, maritime, cyber, space or none: requirements ask for one.");
        marks.note(true, said.announcedOn() != null && said.announcedOn().day() != null, "announcedOn",
                "Nobody can tell when it was promised.");
        marks.note(true, !said.sources().isEmpty(), "sources", "Nobody can look it up.");
        marks.note(true, said.pointOfContact() != null, "pointOfContact", "Nobody knows whom to ask.");
        marks.note(calledOn != null, calledOn != null && Readiness.isFresh(readiness, calledOn), "readiness",
                "Nobody can tell whether it could be called today.");
        marks.note(calledOn != null && Trigger.areDormant(said.triggers(), calledOn),
                calledOn != null && Readiness.hasNotice(readiness, calledOn), "readiness.noticeDays",
                "Once it is woken, nobody knows when it would be there.");
        marks.note(basis == Basis.GUARANTEE, said.instrument() != null, "instrument",
                "Nobody can tell under which text it is promised.");
        return marks.quality();
    }

    private static boolean isStated(Money money) {
        return money != null && money.amount() != null;
    }

    /** What was looked at. */
    private static final class Marks {
        private final List<Missing> missing = new ArrayList<>();
        private int asked;

        void note(boolean applies, boolean said, String field, String why) {
            if (applies) {
                asked++;
                if (!said) {
                    missing.add(new Missing(field, why));
                }
            }
        }

        Quality quality() {
            return new Quality(100 * (asked - missing.size()) / asked, List.copyOf(missing));
        }
    }
}
