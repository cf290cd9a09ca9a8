package org.surety.contracts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The full state of a delegation after a change: its composition is the last one of its timeline. Events {@code delegation.formed},
 * {@code delegation.amended}, {@code delegation.restructured} and {@code delegation.corrected}; subject is the id. Persons are referred to
 * by id only.
 *
 * @param level stated or derived, see levelBasis
 * @param levelBasis STATED by a source or DERIVED from the head's rank
 * @param headKind SINGLE, JOINT or UNDISCLOSED
 * @param heads one id when SINGLE, two or more when JOINT, none when UNDISCLOSED
 * @param restructure what the restructure says; only on {@code delegation.restructured} and {@code delegation.corrected}
 * @param formedOn the day from which there is this delegation; null in events from before it was recorded
 * @param plannedHeadKind as headKind, of the composition that was planned; null: nothing is said of it, and so for what follows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DelegationState(UUID id, UUID gathering, String party, DisclosedLevel level, String levelBasis, Level plannedLevel,
        String headKind, List<UUID> heads, List<UUID> members, String represents, Restructure restructure, DisclosedDay formedOn,
        String plannedHeadKind, List<UUID> plannedHeads, List<UUID> plannedMembers) {

    /**
     * A dated change of the composition, as announced. It takes its place in the timeline by effectiveOn, then by the instant that day
     * comes from - what has none comes after what has one -, then in the order of recording, where a correction has the place of what it
     * corrects. The fields from effectiveOn on are null in events from before there was a timeline.
     *
     * @param effectiveOn the day from which the composition holds
     * @param effectiveBasis EFFECTIVE: the day of effectiveAt; ANNOUNCED: the day of announcedAt; GATHERING: nobody stated a time, it is the
     *            earlier of the day it was recorded and the first day of the gathering
     * @param composition what the delegation consists of from then on
     * @param corrects the restructure of which this says how it should have been recorded; that one no longer counts
     * @param correctionReason why it is corrected
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Restructure(UUID id, String reason, String announcedBy, DisclosedInstant announcedAt,
            DisclosedInstant effectiveAt, LocalDate effectiveOn, String effectiveBasis, Composition composition, UUID corrects,
            String correctionReason) {
    }

    /** What a delegation consists of from a day on; the fields as those of the state. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Composition(DisclosedLevel level, String levelBasis, String headKind, List<UUID> heads, List<UUID> members,
            String represents) {
    }
}
