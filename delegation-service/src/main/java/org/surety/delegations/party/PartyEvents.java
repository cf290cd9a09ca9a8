package org.surety.delegations.party;

import java.time.LocalDate;
import java.util.List;

import org.surety.contracts.PartyState;
import org.surety.kit.label.Label;
import org.surety.kit.log.NewChange;
import org.surety.kit.log.Reason;

/** Turns what happened to a party into the contract's record. */
final class PartyEvents {

    private PartyEvents() {
    }

    static NewChange registered(Party party, LocalDate day) {
        return change("party.registered", party, day);
    }

    static NewChange amended(Party party, List<String> changed, LocalDate day) {
        return change("party.amended", party, day).changing(changed, Reason.NEW_FACT);
    }

    private static NewChange change(String type, Party party, LocalDate day) {
        PartyState state = new PartyState(party.code(), party.series(), party.kind(), party.names(), party.attributes(),
                party.focalPoints().isEmpty() ? null : party.focalPoints());
        return NewChange.of(type, party.code(), party.version(), state, Label.openToAll(), day);
    }
}
