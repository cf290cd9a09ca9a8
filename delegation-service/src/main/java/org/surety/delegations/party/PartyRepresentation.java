package org.surety.delegations.party;

import java.util.List;
import java.util.Map;

import org.surety.contracts.PartyKind;
import org.surety.contracts.PartyState.Attribute;
import org.surety.contracts.Series;
import org.surety.kit.label.Label;

/** A party as it is answered. Parties are public: who is a party of the register is no secret of anybody. */
public record PartyRepresentation(String code, Series series, PartyKind kind, Map<String, String> names, List<Attribute> attributes,
        Label.Representation label, long version) {

    static PartyRepresentation from(Party party) {
        return new PartyRepresentation(party.code(), party.series(), party.kind(), party.names(), party.attributes(),
                Label.openToAll().representation(), party.version());
    }
}
