package org.surety.commitments.condition;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.commitments.act.FreeText;
import org.surety.contracts.CommitmentState;
import org.surety.contracts.ConditionKind;
import org.surety.kit.problem.Violations;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What must be so before the commitment counts.
 *
 * @param commitment of the kind COMMITMENT alone
 * @param party of PARTICIPATION who takes part, of HOST_CONSENT the host
 * @param instrument of INSTRUMENT_IN_FORCE alone
 * @param text in the words of who promises; may be absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Condition(ConditionKind kind, UUID commitment, String party, UUID instrument,
        @Schema(description = FreeText.NO_NAMES) String text) {

    public CommitmentState.Condition published() {
        return new CommitmentState.Condition(kind, commitment, party, instrument, text);
    }

    public void check(String field, Violations violations) {
        violations.check(kind != null, field + ".kind", "must be stated").optionalText(text, field + ".text", Violations.MAX_TEXT);
        if (kind == null) {
            return;
        }
        boolean ofParty = kind == ConditionKind.PARTICIPATION || kind == ConditionKind.HOST_CONSENT;
        only(kind == ConditionKind.COMMITMENT, commitment, field + ".commitment", violations);
        only(ofParty, party, field + ".party", violations);
        only(kind == ConditionKind.INSTRUMENT_IN_FORCE, instrument, field + ".instrument", violations);
    }

    private void only(boolean needed, Object value, String field, Violations violations) {
        violations.check(needed == (value != null), field, needed ? "must be stated for " + kind : "is not for " + kind);
    }
}
