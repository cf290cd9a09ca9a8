package org.surety.delegations.person;

import java.util.UUID;

import org.surety.contracts.Rank;
import org.surety.contracts.Series;
import org.surety.kit.label.Label;

/** A person as answered. */
public record PersonRepresentation(UUID id, Series series, String party, String name, String post, Rank rank,
        Label.Representation label, long version) {

    static PersonRepresentation from(Person person, Label label) {
        return new PersonRepresentation(person.id(), person.series(), person.party(), person.name(), person.post(), person.rank(),
                label.representation(), person.version());
    }
}
