package org.surety.delegations.grant;

import java.time.LocalDate;
import java.util.List;

import org.surety.kit.label.Label;
import org.surety.kit.log.NewChange;
import org.surety.kit.log.Reason;

/** Turns what happened to a grant into the contract's record, whose period is cut by the revocation already. */
final class GrantEvents {

    private GrantEvents() {
    }

    /** Effective from the first day that it holds, whenever it was recorded. */
    static NewChange granted(Grant grant, Label label) {
        return change("authority.granted", grant, label, grant.from());
    }

    static NewChange amended(Grant grant, Label label, List<String> changed) {
        return change("authority.amended", grant, label, grant.from()).changing(changed, Reason.CORRECTION);
    }

    static NewChange revoked(Grant grant, Label label, List<String> changed) {
        return change("authority.revoked", grant, label, grant.revokedOn()).changing(changed, Reason.NEW_FACT);
    }

    private static NewChange change(String type, Grant grant, Label label, LocalDate day) {
        return NewChange.of(type, grant.id(), grant.version(), grant.resolved(), label, day);
    }
}
