package org.surety.contracts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The full state of a commitment after a change. Events {@code commitment.filed}, {@code commitment.amended},
 * {@code commitment.decided}, {@code commitment.judged}, {@code commitment.readiness-stated}, {@code commitment.withdrawn} and
 * {@code commitment.imported}; subject is the id. A draft is in no event.
 *
 * @param category the type that the source itself gave to earlier support, e.g. FINANCIAL, HUMANITARIAN or MILITARY: capital letters and
 *        underscores, at most 40; null for guarantees
 * @param money as promised, in the original currency
 * @param euroValue the value in euro, as published by the source or computed at a recorded rate
 * @param announcedOn the day, or why it is not known; null: not announced
 * @param group the package that several commitments of one source belong to
 * @param state FILED or WITHDRAWN
 * @param decision by the government of the party; null: none recorded
 * @param binding how it was filed to bind; null: not said
 * @param pointOfContact a person; null: none named
 * @param acts by which it moved, as far as they ask for authority; null: none recorded
 * @param authority of the act of filing. What was filed without it counts as pledged and as nothing more; null: it is not asked for
 * @param instrument under which it is promised; null: none named
 * @param approvals those that it needs; null: none is named
 * @param caveats what the government excludes; null: nothing
 * @param conditions what must be so before it counts; null: nothing
 * @param relations which commitments it takes the place of or stands in for; null: none
 * @param particulars what else is said of it; null: nothing
 * @param readiness what was stated of it, in the order of recording; null: nothing
 * @param shares of other parties, where it is promised jointly; the rest is the share of {@code party}. Null: it is promised by one
 * @param fromUndisclosed why {@code from} is absent; null: it is there, or nothing is said of it; so with the next two
 * @param amountsLabel the canonical text of the label of its quantity, money, value in euro and contributions; null: the one of the record
 * @param triggers each of which wakes it; until one of them has occurred it is dormant: assured at most, and not available. Null: it is not
 *        dormant
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CommitmentState(UUID id, String party, Series series, Basis basis, Kind kind, String category, String title,
        PriorityCode priority, List<Contribution> contributions, Quantity quantity, Money money, Money euroValue, LocalDate from,
        LocalDate until, String place, Domain domain, DisclosedDay announcedOn, String group, String state, Decision decision,
        BindingForm binding, UUID pointOfContact, List<Act> acts, AuthorityAnswer authority, UUID instrument,
        List<UUID> approvals, List<Caveat> caveats, List<Condition> conditions, Relations relations, Particulars particulars,
        List<Readiness> readiness, String amountsLabel, Undisclosed fromUndisclosed, Undisclosed untilUndisclosed,
        Undisclosed placeUndisclosed, List<Share> shares, List<Trigger> triggers) {

    /**
     * A step by a person for the party.
     *
     * @param kind FILING, WITHDRAWAL, SHARE_CONFIRMATION or SHARE_WITHDRAWAL
     * @param act the kind of act that it is in the terms of authority
     * @param ground of a YES; null: none is needed, or there is none
     * @param party of an act on a share: whose it is; null: the one of the commitment
     * @param successor of a WITHDRAWAL: the commitment that takes its place; null: none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Act(UUID id, String kind, UUID person, KindOfAct act, LocalDate doneOn, AuthorityAnswer authority,
            Ground ground, UUID successor, String party) {
    }

    /**
     * What a commitment adds to one requirement.
     *
     * @param quantity in the requirement's unit; null with a reason when undisclosed
     * @param element the formation or means that is meant, by the party's name for it: what several commitments of the party name is there once
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Contribution(UUID requirement, BigDecimal quantity, Undisclosed undisclosed, String element) {

        public Contribution(UUID requirement, BigDecimal quantity, Undisclosed undisclosed) {
            this(requirement, quantity, undisclosed, null);
        }
    }

    /**
     * What another party gives of a joint commitment.
     *
     * @param percent of each of its quantities and amounts: more than 0, at most 100, at most 4 digits behind the point
     * @param since the day on which it was confirmed; null: it is not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Share(String party, BigDecimal percent, ShareState state, LocalDate since) {
    }

    /** A restriction stated by the government that promises. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Caveat(CaveatKind kind, String text, String source) {
    }

    /**
     * What must be so before it counts.
     *
     * @param commitment of COMMITMENT
     * @param party of PARTICIPATION and HOST_CONSENT
     * @param instrument of INSTRUMENT_IN_FORCE
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Condition(ConditionKind kind, UUID commitment, String party, UUID instrument, String text) {
    }

    /**
     * What wakes it.
     *
     * @param day of DATE: it is awake from this day on; null otherwise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Trigger(TriggerKind kind, LocalDate day) {
    }

    /** The decision of the government: done on a day, taking effect on a day, known from a source. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Decision(LocalDate decidedOn, LocalDate effectiveOn, String source) {
    }

    /**
     * A statement of how ready it is. On a day that one holds which took effect last by then, and of several of one day the last; beyond
     * its last day it is stale.
     *
     * @param noticeDays of READY_WITH_NOTICE: from the call to readiness; null otherwise
     * @param effectiveOn from this day on
     * @param validUntil the last day on which it can be relied on
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Readiness(UUID id, ReadinessLevel level, Integer noticeDays, UUID person, LocalDate doneOn, LocalDate effectiveOn,
            LocalDate validUntil) {
    }
}
