package org.surety.commitments.commitment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.surety.commitments.act.Act;
import org.surety.commitments.caveat.Caveat;
import org.surety.commitments.condition.Condition;
import org.surety.commitments.readiness.ReadinessStatement;
import org.surety.commitments.trigger.Trigger;
import org.surety.contracts.CommitmentState;
import org.surety.contracts.DisclosedDay;
import org.surety.contracts.DisclosedText;
import org.surety.kit.label.Label;
import org.surety.kit.log.NewChange;
import org.surety.kit.log.Reason;

/** Turns what happened to a commitment into the contract's record. What happens to a draft is no event: consumers learn nothing of it. */
final class CommitmentEvents {

    private CommitmentEvents() {
    }

    static NewChange drafted(Commitment commitment, LocalDate day) {
        return change("commitment.drafted", commitment, day).withheldFromConsumers();
    }

    static NewChange redrafted(Commitment commitment, List<String> changed, Reason reason, LocalDate day) {
        return change("commitment.redrafted", commitment, day).changing(changed, reason).withheldFromConsumers();
    }

    /** The version after the last one, though the row is gone: the log ends with it. */
    static NewChange discarded(Commitment commitment, LocalDate day) {
        return NewChange
                .of("commitment.discarded", commitment.id(), commitment.version() + 1, state(commitment), commitment.label(), day)
                .withheldFromConsumers();
    }

    static NewChange filed(Commitment commitment, LocalDate day) {
        return change("commitment.filed", commitment, day);
    }

    static NewChange amended(Commitment commitment, List<String> changed, Reason reason, LocalDate day) {
        return change("commitment.amended", commitment, day).changing(changed, reason);
    }

    static NewChange decided(Commitment commitment) {
        CommitmentState.Decision decision = commitment.decision();
        LocalDate effective = decision.effectiveOn() == null ? decision.decidedOn() : decision.effectiveOn();
        return change("commitment.decided", commitment, effective).changing(List.of("decision"), Reason.NEW_FACT);
    }

    /** What another party did about its share. */
    static NewChange shared(Commitment commitment, LocalDate day) {
        return change("commitment.amended", commitment, day).changing(List.of("acts", "shares"), Reason.NEW_FACT);
    }

    static NewChange readinessStated(Commitment commitment, ReadinessStatement said) {
        return change("commitment.readiness-stated", commitment, said.effectiveOn()).changing(List.of("readiness"),
                Reason.NEW_FACT);
    }

    /** A withdrawal was done; without authority it has not taken effect. */
    static NewChange withdrawn(Commitment commitment, LocalDate day) {
        return commitment.state() == State.WITHDRAWN
                ? change("commitment.withdrawn", commitment, day).changing(List.of("acts", "state"), Reason.NEW_FACT)
                : change("commitment.judged", commitment, day).changing(List.of("acts"), Reason.NEW_FACT);
    }

    /** An act was judged anew, which may have let a withdrawal take effect. */
    static NewChange judged(Commitment commitment, State before, LocalDate day) {
        return before == commitment.state()
                ? change("commitment.judged", commitment, day).changing(List.of("acts", "authority"), Reason.NEW_FACT)
                : withdrawn(commitment, day);
    }

    private static NewChange change(String type, Commitment commitment, LocalDate day) {
        return NewChange.of(type, commitment.id(), commitment.version(), state(commitment), commitment.label(), day);
    }

    /** The importer writes the same record in SQL: {@link CommitmentStore}. */
    static CommitmentState state(Commitment commitment) {
        CommitmentDescription said = commitment.description();
        Optional<DisclosedDay> from = Optional.ofNullable(said.period()).map(CommitmentDescription.Period::from);
        Optional<DisclosedDay> until = Optional.ofNullable(said.period()).map(CommitmentDescription.Period::until);
        Optional<DisclosedText> place = Optional.ofNullable(said.place());
        return new CommitmentState(commitment.id(), commitment.party(), commitment.series(), commitment.basis(), said.kind(),
                said.category(), said.title(), said.priority(),
                said.contributions().stream()
                        .map(c -> new CommitmentState.Contribution(c.requirement(), c.quantity(), c.undisclosed(), c.element()))
                        .toList(),
                said.quantity(), said.money(), said.euroValue(), from.map(DisclosedDay::day).orElse(null),
                until.map(DisclosedDay::day).orElse(null), place.map(DisclosedText::text).orElse(null), said.domain(),
                said.announcedOn(), said.group(),
                commitment.state().name(), commitment.decision(), commitment.binding(), said.pointOfContact(),
                commitment.acts().isEmpty() ? null : commitment.acts().stream().map(Act::published).toList(),
                commitment.authority(), said.instrument(), said.approvals().isEmpty() ? null : said.approvals(),
                said.caveats().isEmpty() ? null : said.caveats().stream().map(Caveat::published).toList(),
                said.conditions().isEmpty() ? null : said.conditions().stream().map(Condition::published).toList(),
                said.relations(), said.particulars(),
                commitment.readiness().isEmpty()
                        ? null
                        : commitment.readiness().stream().map(ReadinessStatement::published).toList(),
                commitment.amountsLabel().map(Label::key).orElse(null), from.map(DisclosedDay::undisclosed).orElse(null),
                until.map(DisclosedDay::undisclosed).orElse(null), place.map(DisclosedText::undisclosed).orElse(null),
                commitment.shares().isEmpty() ? null : commitment.shares().stream().map(Share::published).toList(),
                said.triggers().isEmpty() ? null : said.triggers().stream().map(Trigger::published).toList());
    }
}
