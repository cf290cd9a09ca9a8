package org.surety.delegations.credentials;

import java.time.LocalDate;
import java.util.List;

import org.surety.contracts.CredentialsState;
import org.surety.kit.label.Label;
import org.surety.kit.log.NewChange;
import org.surety.kit.log.Reason;

/** Turns what happened to credentials into the contract's record. */
final class CredentialsEvents {

    private CredentialsEvents() {
    }

    /** For the first time, and then nothing has changed, or anew. */
    static NewChange presented(Credentials credentials, Label label, List<String> changed) {
        return change("credentials.presented", credentials, label, credentials.presentedOn()).changing(changed, Reason.NEW_FACT);
    }

    static NewChange examined(Credentials credentials, Label label, List<String> changed) {
        return change("credentials.examined", credentials, label, credentials.examination().examinedOn())
                .changing(changed, Reason.NEW_FACT);
    }

    private static NewChange change(String type, Credentials c, Label label, LocalDate day) {
        CredentialsState state = new CredentialsState(c.id(), c.gathering(), c.delegation(), c.party(), c.host(), c.persons(),
                c.issuedBy(), c.issuedOn(), c.presentedOn(), c.status().name(),
                c.examination() == null ? null : c.examination().examinedOn());
        return NewChange.of(type, c.id(), c.version(), state, label, day);
    }
}
