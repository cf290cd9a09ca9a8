package org.surety.commitments.approval;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.commitments.act.FreeText;
import org.surety.contracts.ApprovalEffect;
import org.surety.contracts.ApprovalKind;
import org.surety.contracts.Source;
import org.surety.kit.label.Label;
import org.surety.kit.problem.InvalidRequest;

/**
 * An approval to be recorded. What it has in common with {@link ApprovalDescription} is explained there.
 *
 * @param party who records it; its code
 */
record NewApproval(String party, @Schema(description = FreeText.NO_NAMES) String title,
        @Schema(description = FreeText.NO_NAMES) String body, String bodyOf, ApprovalKind kind, ApprovalEffect effect,
        Boolean blocking, Boolean revocable, Integer tacitAfterDays, Integer continueAfterMonths, Integer grantedForMonths,
        @Schema(description = FreeText.NO_NAMES) List<Source> legalBasis, @Schema(description = FreeText.NO_NAMES) String text,
        Label.Representation label) {

    void check() {
        if (party == null || !party.matches("[A-Z]{2,12}")) {
            throw new InvalidRequest("party", "must be the code of a party");
        }
    }

    ApprovalDescription description() {
        return new ApprovalDescription(title, body, bodyOf, kind, effect, blocking, revocable, tacitAfterDays, continueAfterMonths,
                grantedForMonths, legalBasis, text, label);
    }
}
