package org.surety.delegations.credentials;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A delegation to a planned gathering whose heads have no credentials that are presented or accepted.
 *
 * @param heads those without; none where the head is undisclosed: then the delegation has no credentials at all
 */
public record MissingCredentials(UUID delegation, UUID gathering, LocalDate startsOn, List<UUID> heads) {
}
