package org.surety.commitments.difference;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.surety.contracts.Source;
import org.surety.kit.log.Reason;

/**
 * A change that moved a total.
 *
 * @param type what happened: the short type of the event
 * @param by the party of who made it; absent: a service of the suite, or who speaks for no party
 * @param changed the fields in which it differs from the version before; empty where it is the first
 * @param before the value in euro until then, 0 where it was not filed
 * @param after the value in euro since then
 * @param sources of the commitment since then
 */
record Change(UUID commitment, String party, String title, long version, Instant recordedAt, String type, Reason reason, String by,
        List<String> changed, String before, String after, List<Source> sources) {
}
