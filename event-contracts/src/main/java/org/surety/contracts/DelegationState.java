package org.surety.contracts;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The full state of a delegation after a change. Events {@code delegation.formed}, {@code delegation.amended} and
 * {@code delegation.restructured}; subject is the id. Persons are referred to by id only.
 *
 * @param level stated or derived, see levelBasis
 * @param levelBasis STATED by a source or DERIVED from the head's rank
 * @param headKind SINGLE, JOINT or UNDISCLOSED
 * @param heads one id when SINGLE, two or more when JOINT, none when UNDISCLOSED
 * @param restructure what the restructure said; only on {@code delegation.restructured}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DelegationState(UUID id, UUID gathering, String party, DisclosedLevel level, String levelBasis, Level plannedLevel,
        String headKind, List<UUID> heads, List<UUID> members, String represents, Restructure restructure) {

    /** A dated change of the composition, as announced. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Restructure(UUID id, String reason, String announcedBy, DisclosedInstant announcedAt,
            DisclosedInstant effectiveAt) {
    }
}
