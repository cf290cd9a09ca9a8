package org.surety.contracts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The full state of a delegation after a change. Events {@code delegation.formed}, {@code delegation.amended},
 * {@code delegation.restructured} and {@code delegation.corrected}; subject is the id. Persons are referred to by id only.
 *
 * @param level stated or derived, see levelBasis
 * @param levelBasis STATED by a source or DERIVED from the head's rank
 * @param headKind SINGLE, JOINT or UNDISCLOSED
 * @param heads one id when SINGLE, two or more when JOINT, none when UNDISCLOSED
 * @param formedOn the day it was formed; null: not known
 * @param planned who was announced to come; null: not stated
 * @param former persons of an earlier composition who are not in this one; null: none
 * @param restructure what the restructure or the correction of one said; only on {@code delegation.restructured} and
 *        {@code delegation.corrected}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DelegationState(UUID id, UUID gathering, String party, DisclosedLevel level, String levelBasis, Level plannedLevel,
        String headKind, List<UUID> heads, List<UUID> members, String represents, LocalDate formedOn,
        Planned planned, List<UUID> former, Restructure restructure) {

    /** The composition that was announced; persons by id. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Planned(String headKind, List<UUID> heads, List<UUID> members) {
    }

    /**
     * A dated change of the composition, as announced.
     *
     * @param effectiveOn the day from which it counts: of its effect where known, else of its announcement, else at the latest the
     *        first day of the gathering
     * @param corrects the restructure in whose place this one stands; null: in none's
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Restructure(UUID id, String reason, String announcedBy, DisclosedInstant announcedAt,
            DisclosedInstant effectiveAt, LocalDate effectiveOn, UUID corrects) {
    }
}
