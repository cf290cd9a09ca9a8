package org.surety.contracts;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The full state of an accreditation after a change: permission to attend, granted or refused by the host. Events
 * {@code accreditation.requested}, {@code accreditation.decided} and {@code accreditation.withdrawn}; subject is the id.
 *
 * @param party the sender
 * @param status REQUESTED, GRANTED, REFUSED or WITHDRAWN
 * @param decidedOn null: not decided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccreditationState(UUID id, UUID gathering, UUID delegation, String party, String host, UUID person, String status,
        LocalDate requestedOn, LocalDate decidedOn) {
}
