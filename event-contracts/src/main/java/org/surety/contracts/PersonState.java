package org.surety.contracts;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What other services may know of a person: never a name, a post or a contact, which stand in delegation-service alone. Events
 * {@code person.recorded}, {@code person.amended} and {@code person.erased}; subject is the id.
 *
 * @param erasedOn the day on which name, post and contacts were erased; null: they were not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersonState(UUID id, String party, Rank rank, LocalDate erasedOn) {
}
