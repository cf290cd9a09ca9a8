package org.surety.commitments.approval;

import java.util.List;
import java.util.UUID;

import org.surety.contracts.ApprovalEffect;
import org.surety.contracts.ApprovalKind;
import org.surety.contracts.ApprovalState.Phase;
import org.surety.contracts.Series;
import org.surety.contracts.Source;
import org.surety.kit.label.Label;

/**
 * An approval as it is answered. What it has in common with {@link ApprovalDescription} is explained there.
 *
 * @param steps in the order in which they were recorded
 * @param phases where it stands from which day on: the past, and what follows for the days to come; the first has no day
 * @param standing where it stands on a day; in lists and where a day is asked for
 */
record ApprovalRepresentation(UUID id, String party, Series series, String title, String body, String bodyOf, ApprovalKind kind,
        ApprovalEffect effect, boolean blocking, boolean revocable, Integer tacitAfterDays, Integer continueAfterMonths,
        Integer grantedForMonths, List<Source> legalBasis, String text, List<Step> steps, List<Phase> phases, Standing standing,
        Label.Representation label, long version) {

    static ApprovalRepresentation of(Approval approval) {
        return of(approval, null);
    }

    static ApprovalRepresentation of(Approval approval, Standing standing) {
        ApprovalDescription said = approval.description();
        return new ApprovalRepresentation(approval.id(), approval.party(), approval.series(), said.title(), said.body(),
                said.bodyOf(), said.kind(), said.effect(), said.blocking(), said.revocable(), said.tacitAfterDays(),
                said.continueAfterMonths(), said.grantedForMonths(), said.legalBasis(), said.text(), approval.steps(),
                approval.phases(), standing, said.label(), approval.version());
    }
}
