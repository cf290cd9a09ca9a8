package org.surety.contracts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The full state of credentials after a change: power to represent at a gathering, issued by the sender. Events
 * {@code credentials.presented} and {@code credentials.examined}; subject is the id.
 *
 * @param party the sender
 * @param persons who represent by it
 * @param issuedBy a person; null: not stated
 * @param status PRESENTED, ACCEPTED, PROVISIONAL or CHALLENGED
 * @param examinedOn null: not examined since they were presented
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CredentialsState(UUID id, UUID gathering, UUID delegation, String party, String host, List<UUID> persons,
        UUID issuedBy, LocalDate issuedOn, LocalDate presentedOn, String status, LocalDate examinedOn) {
}
