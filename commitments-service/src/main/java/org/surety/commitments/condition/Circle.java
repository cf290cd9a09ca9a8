package org.surety.commitments.condition;

import java.util.List;
import java.util.UUID;

/**
 * Commitments that wait for each other.
 *
 * @param parties whose they are, in the order of their codes
 */
record Circle(List<String> parties, List<Member> commitments) {

    /** A commitment in a circle, and for which others in it it waits. */
    record Member(UUID commitment, String party, String title, List<UUID> waitsFor) {
    }
}
