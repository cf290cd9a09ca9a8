package org.surety.kit.log;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.kit.problem.KitProblem;
import org.surety.kit.problem.Problem;

/**
 * What can be asked of the past. A state "as known at" an instant is made of all changes recorded until then; it can be told for good once
 * the log's stamp has reached the instant, because every later change is recorded after it. In SQL the function
 * {@code version_known_at(record, instant)} names the version of a record.
 */
@ApplicationScoped
public class History {

    private final LogReader log;

    History(LogReader log) {
        this.log = log;
    }

    /** An instant to which the log has not come: what will be known then is not known yet. */
    public static class NotYetKnown extends Problem {

        /** @param latest the latest that can be answered now */
        public NotYetKnown(Instant latest) {
            super(KitProblem.NOT_YET_KNOWN, builder(KitProblem.NOT_YET_KNOWN,
                    "knownAt must not be after " + latest + ", the latest instant that can be answered now.", java.util.List.of())
                    .with("latest", latest.toString()));
        }
    }

    /** Refuses a question about an instant beyond the log's stamp, naming the latest that can be answered. Null asks for now. */
    public void requireKnown(Instant knownAt) {
        if (knownAt != null) {
            Instant stamp = log.head().stamp();
            if (knownAt.isAfter(stamp)) {
                throw new NotYetKnown(stamp);
            }
        }
    }
}
