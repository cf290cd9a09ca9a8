package org.surety.commitments.condition;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.surety.contracts.CaveatKind;
import org.surety.contracts.ConditionKind;
import org.surety.contracts.Undisclosed;
import org.surety.kit.label.Reference;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What on a day keeps a commitment from counting, apart from the approvals that it needs.
 *
 * @param excluded from which requirements its caveats exclude it
 * @param conditions that it states, and the consent of the host on whose territory it contributes
 * @param met whether all conditions are
 * @param circle the commitments that wait for it while it waits for them, itself among them; empty: it is in none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Standing(UUID commitment, LocalDate day, List<Excluded> excluded, List<Stated> conditions, boolean met,
        List<UUID> circle) {

    /** From a requirement, by a caveat. */
    record Excluded(UUID requirement, CaveatKind caveat, String reason) {
    }

    /**
     * A condition and whether it is met.
     *
     * @param implied not stated, but following from where the commitment contributes
     * @param met absent: it cannot be told, because what it names is not released to you
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Stated(ConditionKind kind, Reference commitment, String party, Reference instrument, String text, boolean implied,
            Boolean met, Undisclosed undisclosed, String why) {
    }
}
