package org.surety.priorities.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.surety.contracts.AuthorityAnswer;
import org.surety.contracts.Basis;
import org.surety.contracts.BindingForm;
import org.surety.contracts.CommitmentState.Caveat;
import org.surety.contracts.CommitmentState.Condition;
import org.surety.contracts.CommitmentState.Contribution;
import org.surety.contracts.CommitmentState.Readiness;
import org.surety.contracts.CommitmentState.Share;
import org.surety.contracts.CommitmentState.Trigger;
import org.surety.contracts.Exclusions;
import org.surety.contracts.Kind;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.contracts.ShareState;
import org.surety.contracts.Undisclosed;

/** What is remembered of a commitment, as far as it decides what it is worth: of a row of {@code commitment_reference}. */
public record Promise(UUID id, String party, Series series, Basis basis, Kind kind, PriorityCode priority,
        List<Contribution> contributions, Undisclosed undisclosed, LocalDate fromDay, LocalDate untilDay, LocalDate announcedOn,
        String state, LocalDate decisionInEffect, AuthorityAnswer authority, BindingForm binding, List<UUID> approvals,
        List<Caveat> caveats, List<Condition> conditions, List<Readiness> readiness, List<Trigger> triggers, List<Share> shares,
        int audienceId, Integer amountsAudienceId) {

    private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    public Promise {
        approvals = orNone(approvals);
        caveats = orNone(caveats);
        conditions = orNone(conditions);
        readiness = orNone(readiness);
        triggers = orNone(triggers);
        shares = orNone(shares);
    }

    private static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }

    /** Whether it can count at all. */
    public boolean isFiledGuarantee() {
        return basis == Basis.GUARANTEE && state.equals("FILED");
    }

    /** Whether what it is, and what it excludes, lets it count for a requirement; null: one that is not known. */
    boolean isAcceptedBy(RequirementRule requirement) {
        RequirementRule rule = requirement == null ? RequirementRule.NONE : requirement;
        return rule.accepts(kind) && !isExcludedFrom(rule);
    }

    /** Whether a caveat excludes it. */
    boolean isExcludedFrom(RequirementRule rule) {
        return caveats.stream().anyMatch(caveat -> Exclusions.reason(caveat.kind(), kind, rule.scope()).isPresent());
    }

    /** The same, had it this state, these caveats and these shares. */
    public Promise as(String otherState, List<Caveat> otherCaveats, List<Share> otherShares) {
        return new Promise(id, party, series, basis, kind, priority, contributions, undisclosed, fromDay, untilDay, announcedOn,
                otherState, decisionInEffect, authority, binding, approvals, otherCaveats, conditions, readiness, triggers,
                otherShares, audienceId, amountsAudienceId);
    }

    Days announced() {
        return Days.from(announcedOn == null ? BEGINNING : announcedOn);
    }

    /** From its announcement on, within its period. */
    Days period() {
        return announced().and(Days.from(fromDay)).and(Days.until(untilDay));
    }

    Days decided() {
        return decisionInEffect == null ? Days.NONE : Days.from(decisionInEffect);
    }

    boolean isFiledWithAuthority() {
        return authority == null || authority == AuthorityAnswer.YES;
    }

    /** Days on which the decision on it counts, whether or not its period has begun: what conditions ask. */
    public Days counts(Facts facts) {
        return isFiledGuarantee() && isFiledWithAuthority()
                ? announced().and(decided()).without(refused(facts))
                : Days.NONE;
    }

    /** Days on which a body whose approval it needs has said no. */
    Days refused(Facts facts) {
        return approvals.stream().map(id -> approval(id, facts).refused()).reduce(Days.NONE, Days::or);
    }

    /** Days on which an approval that it needs blocks it. */
    Days blocked(Facts facts) {
        return approvals.stream().map(id -> approval(id, facts).blocked()).reduce(Days.NONE, Days::or);
    }

    /** Days on which the host's consent, among the approvals that it needs, does not block. */
    Days consent(String host, Facts facts) {
        return approvals.stream().map(id -> approval(id, facts)).filter(approval -> host.equals(approval.consentOf()))
                .map(approval -> Days.ALL.without(approval.blocked())).reduce(Days.NONE, Days::or);
    }

    private static ApprovalDays approval(UUID id, Facts facts) {
        ApprovalDays known = facts.approval(id);
        return known == null ? ApprovalDays.UNKNOWN : known;
    }

    /** What the party whose it is leaves to itself, and what the others give. */
    List<Giver> givers() {
        BigDecimal rest = shares.stream().map(Share::percent).reduce(WHOLE, BigDecimal::subtract);
        List<Giver> givers = new ArrayList<>();
        givers.add(new Giver(party, rest, true, Days.ALL));
        for (Share share : shares) {
            if (share.state() != ShareState.WITHDRAWN) {
                givers.add(new Giver(share.party(), share.percent(), false,
                        share.state() == ShareState.CONFIRMED ? Days.from(share.since()) : Days.NONE));
            }
        }
        return givers;
    }

    /**
     * A party that gives a part of it.
     *
     * @param confirmed days on which its own word stands
     */
    record Giver(String party, BigDecimal percent, boolean isLead, Days confirmed) {

        BigDecimal partOf(BigDecimal quantity) {
            return quantity == null || percent.compareTo(WHOLE) == 0
                    ? quantity
                    : quantity.multiply(percent).movePointLeft(2).stripTrailingZeros();
        }
    }
}
