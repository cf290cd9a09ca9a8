package org.surety.commitments.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.commitments.act.FreeText;
import org.surety.contracts.ApprovalEffect;
import org.surety.contracts.ApprovalKind;
import org.surety.contracts.Source;
import org.surety.kit.label.Label;
import org.surety.kit.problem.Violations;

/**
 * What PUT replaces of an approval.
 *
 * @param body the body that decides, by its name
 * @param bodyOf whose body it is: the code of the party, of the host or of an organisation
 * @param blocking of a political undertaking alone: whether the party says that it waits for it; absent means no
 * @param revocable whether the body can take a grant back; absent means no
 * @param tacitAfterDays of a tacit approval alone, 1 to 365: the days in which the body can object, from the day after it was told
 * @param continueAfterMonths of an approval to continue alone, 1 to 60: how long what has begun may go on without it
 * @param grantedForMonths 1 to 240: how long a grant holds that names no last day; absent: without end
 * @param legalBasis where the procedure is laid down; at least one
 * @param label who may see it; only ever widened, because commitments of others may rest on it
 */
record ApprovalDescription(@Schema(description = FreeText.NO_NAMES) String title,
        @Schema(description = FreeText.NO_NAMES) String body, String bodyOf, ApprovalKind kind,
        ApprovalEffect effect, Boolean blocking, Boolean revocable, Integer tacitAfterDays, Integer continueAfterMonths,
        Integer grantedForMonths, @Schema(description = FreeText.NO_NAMES) List<Source> legalBasis,
        @Schema(description = FreeText.NO_NAMES) String text, Label.Representation label) {

    static final int MAX_TITLE = 200;
    static final int MAX_BODY = 200;
    private static final int MAX_DAYS = 365;
    private static final int MAX_CONTINUE_MONTHS = 60;
    private static final int MAX_GRANT_MONTHS = 240;

    ApprovalDescription {
        blocking = blocking != null && blocking;
        revocable = revocable != null && revocable;
        legalBasis = legalBasis == null ? List.of() : legalBasis;
    }

    /** All broken rules at once; whether the party of the body is known is asked elsewhere. */
    void check() {
        Violations violations = new Violations().text(title, "title", MAX_TITLE).text(body, "body", MAX_BODY)
                .check(bodyOf != null && bodyOf.matches("[A-Z]{2,12}"), "bodyOf", "must be the code of a party")
                .check(kind != null, "kind", "must be stated").check(effect != null, "effect", "must be stated")
                .optionalText(text, "text", Violations.MAX_TEXT).sources(legalBasis, "legalBasis")
                .check(!legalBasis.isEmpty(), "legalBasis", "must name where the procedure is laid down")
                .check(label != null, "label", "must be stated");
        onlyOf(ApprovalEffect.TACIT, tacitAfterDays, MAX_DAYS, "tacitAfterDays", violations);
        onlyOf(ApprovalEffect.TO_CONTINUE, continueAfterMonths, MAX_CONTINUE_MONTHS, "continueAfterMonths", violations);
        violations.check(!blocking || effect == ApprovalEffect.POLITICAL_UNDERTAKING, "blocking",
                "is for a political undertaking alone: the others block by what they are")
                .check(grantedForMonths == null || grantedForMonths >= 1 && grantedForMonths <= MAX_GRANT_MONTHS,
                        "grantedForMonths", "must be from 1 to " + MAX_GRANT_MONTHS)
                .check(effect != ApprovalEffect.INFORMATION || grantedForMonths == null && !revocable, "effect",
                        "INFORMATION is given, not granted: it has no duration and cannot be revoked")
                .refuse();
    }

    private void onlyOf(ApprovalEffect its, Integer value, int most, String field, Violations violations) {
        if (effect == its) {
            violations.check(value != null && value >= 1 && value <= most, field, "must be from 1 to " + most);
        } else {
            violations.check(value == null, field, "is for the effect " + its + " alone");
        }
    }

    Procedure procedure() {
        return new Procedure(effect, blocking, revocable, tacitAfterDays, continueAfterMonths, grantedForMonths);
    }

    /** The names of the fields in which the other one differs, the label apart. */
    List<String> differences(ApprovalDescription other) {
        List<String> changed = new ArrayList<>();
        note(changed, "title", title, other.title);
        note(changed, "body", body, other.body);
        note(changed, "bodyOf", bodyOf, other.bodyOf);
        note(changed, "kind", kind, other.kind);
        note(changed, "procedure", procedure(), other.procedure());
        note(changed, "legalBasis", legalBasis, other.legalBasis);
        note(changed, "text", text, other.text);
        return changed;
    }

    private static void note(List<String> changed, String field, Object here, Object there) {
        if (!Objects.equals(here, there)) {
            changed.add(field);
        }
    }
}
