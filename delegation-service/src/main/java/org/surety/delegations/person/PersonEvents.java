package org.surety.delegations.person;

import java.time.LocalDate;
import java.util.List;

import org.surety.contracts.PersonState;
import org.surety.kit.label.Label;
import org.surety.kit.log.NewChange;
import org.surety.kit.log.Reason;

/** Turns what happened to the record of a person into the contract's record, which has no name. */
final class PersonEvents {

    private PersonEvents() {
    }

    static NewChange recorded(Person person, Label label, LocalDate day) {
        return change("person.recorded", person, label, day);
    }

    static NewChange amended(Person person, Label label, List<String> changed, LocalDate day) {
        return change("person.amended", person, label, day).changing(changed, Reason.NEW_FACT);
    }

    static NewChange erased(Person person, Label label, List<String> changed, LocalDate day) {
        return change("person.erased", person, label, day).changing(changed, Reason.NEW_FACT);
    }

    private static NewChange change(String type, Person person, Label label, LocalDate day) {
        PersonState state = new PersonState(person.id(), person.party(), person.rank(), person.erasedOn());
        return NewChange.of(type, person.id(), person.version(), state, label, day);
    }
}
