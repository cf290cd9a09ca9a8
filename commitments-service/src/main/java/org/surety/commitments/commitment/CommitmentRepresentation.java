package org.surety.commitments.commitment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.surety.commitments.act.ActKind;
import org.surety.commitments.act.ActRepresentation;
import org.surety.commitments.caveat.Caveat;
import org.surety.commitments.condition.ConditionRepresentation;
import org.surety.commitments.delivery.DeliverySummary;
import org.surety.commitments.readiness.Readiness;
import org.surety.commitments.trigger.Trigger;
import org.surety.contracts.AuthorityAnswer;
import org.surety.contracts.Basis;
import org.surety.contracts.BindingForm;
import org.surety.contracts.CommitmentState.Decision;
import org.surety.contracts.DisclosedDay;
import org.surety.contracts.DisclosedText;
import org.surety.contracts.Domain;
import org.surety.contracts.Kind;
import org.surety.contracts.Money;
import org.surety.contracts.Particulars;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Quantity;
import org.surety.contracts.Series;
import org.surety.contracts.ShareState;
import org.surety.contracts.Source;
import org.surety.contracts.Undisclosed;
import org.surety.kit.label.Label;
import org.surety.kit.label.Reference;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A commitment as it is answered.
 *
 * @param asGiven what the source wrote where the register has no field, by the mapping's names; in the single record alone, not in lists
 * @param binding how it was filed to bind; absent: not said
 * @param acts by which it moved, as far as they ask for authority
 * @param authority of the act of filing. Without it the commitment counts as pledged and as nothing more
 * @param approvals those that it needs; where they stand is told at /commitments/{id}/approvals
 * @param readiness as of today, or of the day asked for; absent: nothing was stated of it
 * @param delivery what was delivered of it; in the single record alone, not in lists; absent: nothing
 * @param caveats what the government excludes
 * @param conditions what must be so before it counts; whether they are met is told at /commitments/{id}/standing
 * @param triggers each of which wakes it; until one of them has occurred it is dormant. None: it is not
 * @param relations which commitments it takes the place of or stands in for; absent: none
 * @param particulars what else is said of it; absent: nothing
 * @param shares of other parties that promise it too, the rest being the one of the party; absent: it promises alone
 * @param amountsLabel who may see its amounts once it is filed; absent: whoever may see it
 * @param label who may see it now: NATIONAL while it is a draft
 * @param labelWhenFiled of a draft alone: the label that filing gives it
 */
public record CommitmentRepresentation(UUID id, String party, Series series, Basis basis, Kind kind, String category, String title,
        String text, PriorityCode priority, List<ContributionRepresentation> contributions, Quantity quantity, Money money,
        Money euroValue,
        CommitmentDescription.Period period, DisclosedText place, Domain domain, DisclosedDay announcedOn, List<Source> sources,
        String group, Reference pointOfContact, Reference instrument, List<Reference> approvals, List<Caveat> caveats,
        List<ConditionRepresentation> conditions, List<Trigger> triggers, RelationsRepresentation relations,
        Particulars particulars, String externalId,
        String mapping,
        @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, String> asGiven, State state,
        BindingForm binding, List<ActRepresentation> acts, AuthorityAnswer authority, Decision decision, Withdrawal withdrawal,
        Readiness readiness, DeliverySummary delivery,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Share.Representation> shares, Label.Representation amountsLabel,
        Label.Representation label,
        Label.Representation labelWhenFiled, Long version) {

    /** With the references to the records that the viewer may see. */
    static CommitmentRepresentation from(Commitment commitment, Predicate<UUID> visible) {
        return from(commitment, commitment.asGiven(), visible);
    }

    static CommitmentRepresentation inList(Commitment commitment, Predicate<UUID> visible) {
        return from(commitment, null, visible);
    }

    /** As it was on a day on which it was in this state: without what was done or takes effect later. */
    CommitmentRepresentation on(LocalDate day, State stateOfDay) {
        return new CommitmentRepresentation(id, party, series, basis, kind, category, title, text, priority, contributions,
                quantity,
                money, euroValue, period, place, domain, announcedOn, sources, group, pointOfContact, instrument, approvals,
                caveats, conditions, triggers, relations, particulars, externalId,
                mapping, asGiven,
                stateOfDay, binding, acts.stream().filter(act -> !act.doneOn().isAfter(day)).toList(), authority,
                decision == null || effectiveOn(decision).isAfter(day) ? null : decision,
                stateOfDay == State.WITHDRAWN ? withdrawal : null, readiness, delivery,
                shares == null ? null : shares.stream().map(share -> on(day, share)).toList(), amountsLabel, label, labelWhenFiled,
                version);
    }

    /** As its party had said by the end of the day. */
    private Share.Representation on(LocalDate day, Share.Representation share) {
        Predicate<ActRepresentation> own = act -> share.party().equals(act.party()) && act.authority() == AuthorityAnswer.YES;
        boolean withdrawnLater = share.state() == ShareState.WITHDRAWN && acts.stream().filter(own)
                .filter(act -> act.kind() == ActKind.SHARE_WITHDRAWAL).allMatch(act -> act.doneOn().isAfter(day));
        if (share.since() != null && share.since().isAfter(day) || withdrawnLater) {
            return acts.stream().filter(own).filter(act -> withdrawnLater && act.kind() == ActKind.SHARE_CONFIRMATION)
                    .map(ActRepresentation::doneOn).filter(done -> !done.isAfter(day)).max(Comparator.naturalOrder())
                    .map(done -> new Share.Representation(share.party(), share.percent(), ShareState.CONFIRMED, done))
                    .orElseGet(() -> new Share.Representation(share.party(), share.percent(), ShareState.AWAITED, null));
        }
        return share;
    }

    /** With what is derived of its readiness and of its deliveries; either may be null. */
    CommitmentRepresentation with(Readiness derived, DeliverySummary delivered) {
        return new CommitmentRepresentation(id, party, series, basis, kind, category, title, text, priority, contributions,
                quantity, money, euroValue, period, place, domain, announcedOn, sources, group, pointOfContact, instrument,
                approvals, caveats, conditions, triggers, relations, particulars, externalId, mapping,
                asGiven, state, binding, acts, authority, decision, withdrawal, derived, delivered, shares, amountsLabel, label,
                labelWhenFiled, version);
    }

    /** Whether it says what its version does not settle: that follows from the day, or from other records. */
    boolean derivesAnything() {
        return readiness != null || delivery != null;
    }

    private static LocalDate effectiveOn(Decision decision) {
        return decision.effectiveOn() == null ? decision.decidedOn() : decision.effectiveOn();
    }

    /** None where amounts are hidden: from a number that is passed over it could be told that they were changed. */
    @Override
    public Long version() {
        return hidesAmounts() ? null : version;
    }

    /** Whether it names a record, or has an amount, that is not released to the viewer. */
    boolean hidesAnything() {
        return hidesAmounts() || Reference.NOT_RELEASED.equals(pointOfContact) || Reference.NOT_RELEASED.equals(instrument)
                || approvals.contains(Reference.NOT_RELEASED)
                || contributions.stream().anyMatch(ContributionRepresentation::hidesRequirement)
                || relations != null && relations.hidesAnything()
                || acts.stream().anyMatch(ActRepresentation::hidesAnything)
                || conditions.stream().anyMatch(ConditionRepresentation::hidesAnything);
    }

    private boolean hidesAmounts() {
        return Stream.concat(Stream.ofNullable(quantity).map(Quantity::undisclosed),
                Stream.concat(Stream.of(money, euroValue).filter(Objects::nonNull).map(Money::undisclosed),
                        contributions.stream().map(ContributionRepresentation::undisclosed)))
                .anyMatch(Undisclosed.NOT_RELEASED::equals);
    }

    private static CommitmentRepresentation from(Commitment commitment, Map<String, String> asGiven, Predicate<UUID> visible) {
        CommitmentDescription said = commitment.description();
        return new CommitmentRepresentation(commitment.id(), commitment.party(), commitment.series(), commitment.basis(),
                said.kind(),
                said.category(), said.title(), said.text(), said.priority(),
                said.contributions().stream().map(contribution -> ContributionRepresentation.of(contribution, visible)).toList(),
                said.quantity(), said.money(),
                said.euroValue(), said.period(), said.place(), said.domain(), said.announcedOn(), said.sources(), said.group(),
                Reference.to(said.pointOfContact(), visible), Reference.to(said.instrument(), visible),
                said.approvals().stream().map(approval -> Reference.to(approval, visible)).toList(),
                said.caveats(),
                said.conditions().stream().map(condition -> ConditionRepresentation.of(condition, visible)).toList(),
                said.triggers(), RelationsRepresentation.of(said.relations(), visible), said.particulars(),
                commitment.externalId(),
                commitment.mapping(), asGiven, commitment.state(), commitment.binding(),
                commitment.acts().stream().map(act -> ActRepresentation.of(act, visible)).toList(), commitment.authority(),
                commitment.decision(),
                commitment.withdrawal(), null, null,
                commitment.shares().isEmpty() ? null : commitment.shares().stream().map(Share::representation).toList(),
                said.amountsLabel(), commitment.label().representation(),
                commitment.state() == State.DRAFT ? said.label() : null, commitment.version());
    }
}
