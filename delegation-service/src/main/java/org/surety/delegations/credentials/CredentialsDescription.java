package org.surety.delegations.credentials;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.surety.contracts.Series;
import org.surety.kit.problem.Violations;

/**
 * What credentials say, and what PUT replaces when they are presented anew.
 *
 * @param persons of the delegation's party, who represent it by these credentials
 * @param issuedBy a person of that party; may be absent
 * @param presentedOn when left out: today, and for what stands as presented the day that is on record
 */
record CredentialsDescription(List<UUID> persons, UUID issuedBy, LocalDate issuedOn, LocalDate presentedOn) {

    /** As many as a delegation may have. */
    private static final int MAX_PERSONS = 200;

    CredentialsDescription {
        persons = persons == null ? List.of() : persons;
    }

    LocalDate presentedOr(LocalDate day) {
        return presentedOn == null ? day : presentedOn;
    }

    /** An exercise plays in its own calendar; what is real has been presented when it is recorded. */
    Violations check(Violations violations, Series series, LocalDate today) {
        LocalDate presented = presentedOr(today);
        return violations
                .check(!persons.isEmpty() && persons.size() <= MAX_PERSONS, "persons", "must be 1 to " + MAX_PERSONS)
                .check(persons.stream().noneMatch(Objects::isNull), "persons", "must be ids of persons")
                .check(new HashSet<>(persons).size() == persons.size(), "persons", "must not name a person twice")
                .check(issuedOn != null, "issuedOn", "must be stated")
                .check(issuedOn == null || !presented.isBefore(issuedOn), "presentedOn",
                        "must not be before issuedOn (today when left out)")
                .check(series == Series.EXERCISE || !presented.isAfter(today), "presentedOn", "must not be in the future");
    }
}
