package org.surety.commitments.contact;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Whom a commitment names to be asked about it.
 *
 * @param person the id of a record of delegation-service
 * @param since the day on which the person left; absent while CURRENT
 * @param number the place of the commitment in lists
 */
record PointOfContact(UUID commitment, String title, String party, UUID person, ContactStatus status, LocalDate since,
        @JsonIgnore long number) {
}
