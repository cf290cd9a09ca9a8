package org.surety.commitments.commitment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.surety.commitments.act.Act;
import org.surety.commitments.act.ActKind;
import org.surety.commitments.authority.Verdict;
import org.surety.commitments.commitment.CommitmentDescription.Period;
import org.surety.contracts.AuthorityAnswer;
import org.surety.contracts.Basis;
import org.surety.contracts.BindingForm;
import org.surety.contracts.DisclosedDay;
import org.surety.contracts.DisclosedText;
import org.surety.contracts.Domain;
import org.surety.contracts.Kind;
import org.surety.contracts.KindOfAct;
import org.surety.contracts.Money;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Quantity;
import org.surety.contracts.Relations;
import org.surety.contracts.Series;
import org.surety.contracts.Source;
import org.surety.contracts.Undisclosed;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;

/** Commitments with names. */
final class SampleCommitments {

    static final UUID LAND_FORCE = UUID.fromString("5a0d7a3e-6a34-4d0a-8f5b-0c1f3f1b9f01");
    static final UUID AIR_POLICING = UUID.fromString("5a0d7a3e-6a34-4d0a-8f5b-0c1f3f1b9f02");

    /** What Amber promises in full: 4,000 soldiers of which 3,500 for the land force. */
    static final CommitmentDescription AMBER_BRIGADE = new CommitmentDescription(Kind.FORCE_CONTRIBUTION, null, "A brigade",
            "4,000 soldiers", PriorityCode.MULTINATIONAL_FORCE,
            List.of(new Contribution(LAND_FORCE, BigDecimal.valueOf(3500), null, null)), Quantity.of(4000, "soldiers"),
            Money.of("1250000.00", "EUR"), Money.of("1250000.00", "EUR"),
            new Period(DisclosedDay.of(LocalDate.of(2026, 3, 1)), DisclosedDay.of(LocalDate.of(2028, 2, 29))),
            DisclosedText.of("Exercise state Juniper"), Domain.LAND,
            DisclosedDay.of(LocalDate.of(2026, 3, 11)), List.of(new Source(null, "exercise order 3/2026")), "brigade",
            null, null, null, null, null, null, null, null, null, null, new Label.Representation(Release.COALITION, null));

    /** The least there is: a title, a kind and a quantity that nobody knows. */
    static final CommitmentDescription UNKNOWN_FORCES = new CommitmentDescription(Kind.FORCE_CONTRIBUTION, null, "Forces", null,
            null, null,
            Quantity.undisclosed(Undisclosed.UNKNOWN, null), null, null, null, null, null, null, null, null, null, null, null, null,
            null, null,
            null, null, null, null, new Label.Representation(Release.PUBLIC, null));

    private SampleCommitments() {
    }

    static Commitment draftOf(CommitmentDescription description) {
        return Commitment.draft(UUID.randomUUID(), pledge("XAA", description), Series.EXERCISE, description);
    }

    static Commitment filed(CommitmentDescription description) {
        Commitment commitment = draftOf(description);
        commitment.file(BindingForm.POLITICAL, filing(KindOfAct.POLITICAL_PROMISE, AuthorityAnswer.YES));
        return commitment;
    }

    static Act filing(KindOfAct act, AuthorityAnswer authority) {
        return new Act(UUID.randomUUID(), ActKind.FILING, UUID.randomUUID(), act, LocalDate.of(2026, 3, 11), null, null, null, null,
                verdict(authority));
    }

    static Act withdrawal(KindOfAct act, String reason, AuthorityAnswer authority) {
        return new Act(UUID.randomUUID(), ActKind.WITHDRAWAL, UUID.randomUUID(), act, LocalDate.of(2026, 5, 2), null, reason, null,
                null, verdict(authority));
    }

    static Verdict verdict(AuthorityAnswer authority) {
        return new Verdict(authority, null, List.of(), authority == AuthorityAnswer.YES ? null : "m", null, 0, Instant.EPOCH);
    }

    static Pledge pledge(String party, CommitmentDescription said) {
        return new Pledge(party, Basis.GUARANTEE, said.kind(), said.category(), said.title(), said.text(), said.priority(),
                said.contributions(), said.quantity(), said.money(), said.euroValue(), said.period(), said.place(), said.domain(),
                said.announcedOn(), said.sources(), said.group(), said.pointOfContact(), said.instrument(), said.approvals(),
                said.caveats(), said.conditions(), said.triggers(), said.relations(), said.particulars(), said.shares(),
                said.amountsLabel(), null,
                said.label());
    }

    static CommitmentDescription related(CommitmentDescription said, Kind kind, Relations relations) {
        return new CommitmentDescription(kind, said.category(), said.title(), said.text(), said.priority(), said.contributions(),
                said.quantity(), said.money(), said.euroValue(), said.period(), said.place(), said.domain(), said.announcedOn(),
                said.sources(), said.group(), said.pointOfContact(), said.instrument(), said.approvals(), said.caveats(),
                said.conditions(), said.triggers(), relations, said.particulars(), said.shares(), said.amountsLabel(),
                said.label());
    }
}
