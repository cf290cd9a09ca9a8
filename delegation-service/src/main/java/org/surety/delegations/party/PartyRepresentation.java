package org.surety.delegations.party;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.surety.contracts.PartyKind;
import org.surety.contracts.PartyState.Attribute;
import org.surety.contracts.PartyState.FocalPoint;
import org.surety.contracts.Series;
import org.surety.kit.label.Label;

/**
 * A party as it is answered. Parties are public: who is a party of the register is no secret of anybody.
 *
 * @param attributes what is true of it, each with its period; of one day only what holds on it
 * @param focalPoints the parties whose editors may enter on its behalf, in the same way
 */
public record PartyRepresentation(String code, Series series, PartyKind kind, Map<String, String> names, List<Attribute> attributes,
        List<FocalPoint> focalPoints, Label.Representation label, long version) {

    static PartyRepresentation from(Party party) {
        return new PartyRepresentation(party.code(), party.series(), party.kind(), party.names(), party.attributes(),
                party.focalPoints(), Label.openToAll().representation(), party.version());
    }

    /** The party of one day: what holds on it and nothing else. */
    PartyRepresentation on(LocalDate day) {
        return new PartyRepresentation(code, series, kind, names, attributes.stream().filter(a -> a.holdsOn(day)).toList(),
                focalPoints.stream().filter(f -> f.holdsOn(day)).toList(), label, version);
    }
}
