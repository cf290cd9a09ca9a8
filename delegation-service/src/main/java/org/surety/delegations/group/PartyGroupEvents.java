package org.surety.delegations.group;

import java.time.LocalDate;
import java.util.List;

import org.surety.contracts.PartyGroupState;
import org.surety.kit.label.Label;
import org.surety.kit.log.NewChange;
import org.surety.kit.log.Reason;

/** Turns what happened to a party group into the contract's record. */
final class PartyGroupEvents {

    private PartyGroupEvents() {
    }

    static NewChange formed(PartyGroup group, LocalDate day) {
        return change("group.formed", group, day);
    }

    static NewChange amended(PartyGroup group, List<String> changed, LocalDate day) {
        return change("group.amended", group, day).changing(changed, Reason.NEW_FACT);
    }

    private static NewChange change(String type, PartyGroup group, LocalDate day) {
        PartyGroupState state = new PartyGroupState(group.id(), group.series(), group.names(), group.members());
        return NewChange.of(type, group.id(), group.version(), state, Label.openToAll(), day);
    }
}
