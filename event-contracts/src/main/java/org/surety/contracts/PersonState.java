package org.surety.contracts;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What other services may know of a person: never a name, a post or a contact, which stand in delegation-service alone. Events
 * {@code person.recorded} and {@code person.amended}; subject is the id.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersonState(UUID id, String party, Rank rank) {
}
