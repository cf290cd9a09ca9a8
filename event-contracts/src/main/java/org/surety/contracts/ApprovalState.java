package org.surety.contracts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The full state of an approval after a change. Events {@code approval.recorded}, {@code approval.amended} and {@code approval.moved};
 * subject is the id. Which commitments wait for it stands in their own states.
 *
 * @param party who recorded it
 * @param body the body that decides, e.g. the name of a parliament
 * @param bodyOf whose body it is: the code of the party, of the host or of an organisation
 * @param lastStep the kind of the last step on record; null: none
 * @param phases where it stands from which day on, the past and what follows from it for the days to come; the first has no day
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApprovalState(UUID id, String party, Series series, String title, String body, String bodyOf, ApprovalKind kind,
        ApprovalEffect effect, boolean revocable, DisclosedDay scheduledVote, String lastStep, List<Phase> phases) {

    /**
     * Where it stands from a day on, until the next phase.
     *
     * @param from first day; null: from the beginning
     * @param blocks whether what waits for it is blocked meanwhile
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Phase(LocalDate from, ApprovalStatus status, boolean blocks) {

        /** Whether the body has said no to what waits for it: it counts as decided by nobody. */
        public boolean refuses() {
            return blocks && (status == ApprovalStatus.REFUSED || status == ApprovalStatus.REVOKED);
        }
    }
}
