package org.surety.delegations.person;

import java.time.LocalDate;
import java.util.UUID;

import org.surety.contracts.Rank;
import org.surety.contracts.Series;
import org.surety.kit.label.Label;

/**
 * A person as answered.
 *
 * @param name withheld of a person who was erased
 * @param post null where none was given; withheld of a person who was erased, whether one was given or not
 * @param erased the day on which name and post were erased; null: they were not
 */
public record PersonRepresentation(UUID id, Series series, String party, DisclosedText name, DisclosedText post, Rank rank,
        LocalDate erased, Label.Representation label, long version) {

    static PersonRepresentation from(Person person, Label label) {
        return new PersonRepresentation(person.id(), person.series(), person.party(), name(person), post(person), person.rank(),
                person.erasedOn(), label.representation(), person.version());
    }

    private static DisclosedText name(Person person) {
        return person.isErased() ? DisclosedText.withheld() : DisclosedText.of(person.name());
    }

    private static DisclosedText post(Person person) {
        if (person.isErased()) {
            return DisclosedText.withheld();
        }
        return person.post() == null ? null : DisclosedText.of(person.post());
    }
}
