package org.surety.commitments.commitment;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.surety.contracts.Basis;
import org.surety.contracts.CommitmentState.Decision;
import org.surety.contracts.DisclosedDay;
import org.surety.contracts.Domain;
import org.surety.contracts.Kind;
import org.surety.contracts.Money;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Quantity;
import org.surety.contracts.Series;
import org.surety.contracts.Source;
import org.surety.kit.label.Label;

/**
 * A commitment as it is answered.
 *
 * @param asGiven what the source wrote where the register has no field, by the mapping's names; in the single record alone, not in lists
 * @param label who may see it now: NATIONAL while it is a draft
 * @param labelWhenFiled of a draft alone: the label that filing gives it
 */
public record CommitmentRepresentation(UUID id, String party, Series series, Basis basis, Kind kind, String category, String title,
        String text, PriorityCode priority, List<Contribution> contributions, Quantity quantity, Money money, Money euroValue,
        CommitmentDescription.Period period, String place, Domain domain, DisclosedDay announcedOn, List<Source> sources,
        String group, String externalId, String mapping, Map<String, String> asGiven, State state, Decision decision,
        Withdrawal withdrawal, Label.Representation label, Label.Representation labelWhenFiled, long version) {

    static CommitmentRepresentation from(Commitment commitment) {
        return from(commitment, commitment.asGiven());
    }

    static CommitmentRepresentation inList(Commitment commitment) {
        return from(commitment, null);
    }

    private static CommitmentRepresentation from(Commitment commitment, Map<String, String> asGiven) {
        CommitmentDescription said = commitment.description();
        return new CommitmentRepresentation(commitment.id(), commitment.party(), commitment.series(), commitment.basis(),
                said.kind(),
                said.category(), said.title(), said.text(), said.priority(), said.contributions(), said.quantity(), said.money(),
                said.euroValue(), said.period(), said.place(), said.domain(), said.announcedOn(), said.sources(), said.group(),
                commitment.externalId(), commitment.mapping(), asGiven, commitment.state(), commitment.decision(),
                commitment.withdrawal(), commitment.label().representation(),
                commitment.state() == State.DRAFT ? said.label() : null, commitment.version());
    }
}
