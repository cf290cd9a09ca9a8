package org.surety.priorities.weaklink;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.surety.priorities.assessment.ApprovalDays;
import org.surety.priorities.assessment.Days;
import org.surety.priorities.assessment.Facts;
import org.surety.priorities.remembered.StoredFacts;

/**
 * That something is gone: a party with what it gives and its word, a commitment, or the consent of a body.
 *
 * @param party of a party, its code; else null
 * @param id of a commitment or an approval; else null
 */
record Loss(Kind kind, String party, UUID id) {

    enum Kind {
        PARTY, COMMITMENT, APPROVAL
    }

    static Loss party(String code) {
        return new Loss(Kind.PARTY, code, null);
    }

    static Loss commitment(UUID id) {
        return new Loss(Kind.COMMITMENT, null, id);
    }

    static Loss approval(UUID id) {
        return new Loss(Kind.APPROVAL, null, id);
    }

    /** The same facts without what is lost. */
    Facts from(StoredFacts facts) {
        return switch (kind) {
            case PARTY -> facts.without(promise -> promise.party().equals(party));
            case COMMITMENT -> facts.without(promise -> promise.id().equals(id));
            case APPROVAL -> refused(facts);
        };
    }

    private Facts refused(StoredFacts facts) {
        Map<UUID, ApprovalDays> approvals = new HashMap<>(facts.approvals());
        approvals.computeIfPresent(id, (same, days) -> new ApprovalDays(Days.ALL, Days.ALL, days.consentOf()));
        return new StoredFacts(facts.requirements(), approvals, facts.instruments(), facts.commitments(), facts.participants(),
                facts.labels());
    }
}
