package org.surety.commitments.caveat;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.commitments.act.FreeText;
import org.surety.contracts.CaveatKind;
import org.surety.contracts.CommitmentState;
import org.surety.kit.problem.Violations;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A restriction stated by the government that promises.
 *
 * @param text in its words; needed for OTHER
 * @param source where it was stated; may be absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Caveat(CaveatKind kind, @Schema(description = FreeText.NO_NAMES) String text,
        @Schema(description = FreeText.SOURCE) String source) {

    public CommitmentState.Caveat published() {
        return new CommitmentState.Caveat(kind, text, source);
    }

    public void check(String field, Violations violations) {
        violations.check(kind != null, field + ".kind", "must be stated")
                .check(kind != CaveatKind.OTHER || text != null, field + ".text", "must be stated: the kind OTHER says nothing")
                .optionalText(text, field + ".text", Violations.MAX_TEXT)
                .optionalText(source, field + ".source", Violations.MAX_TEXT);
    }
}
