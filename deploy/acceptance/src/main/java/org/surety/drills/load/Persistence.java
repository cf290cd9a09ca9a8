package org.surety.drills.load;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.surety.drills.load.Client.Answer;

/**
 * A client that does not give up: what is not answered is asked again with the same key, what has no key is looked at first. Each attempt
 * is written to the client's log.
 */
final class Persistence {
    /** Longer than any outage of a drill, with what the suite then needs to come back. */
    private static final Duration GIVING_UP = Duration.ofSeconds(150);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;
    private final Client client;
    private final ClientLog log;
    private final String fault;

    Persistence(Client client, ClientLog log, String fault) {
        this.client = client;
        this.log = log;
        this.fault = fault;
    }

    /** What became of an operation: the record with its version when it was acknowledged, else null. */
    Operation.Known carryOut(Operation operation) throws InterruptedException {
        long deadline = System.nanoTime() + GIVING_UP.toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        for (int attempt = 1;; attempt++) {
            boolean unsure = attempt > 1;
            begin(operation, attempt);
            Answer answer = client.send(operation.method(), operation.path(), operation.user(), operation.body(),
                    operation.version(), operation.isPut() ? null : operation.key());
            if (answer.isSuccess()) {
                return acknowledged(operation, attempt, answer, answer.replayed());
            }
            boolean last = System.nanoTime() > deadline;
            boolean stale = answer.status() == 412 && operation.isPut() && unsure;
            if (!answer.isUnknown() && !stale) {
                write(operation, attempt, Outcome.REFUSED, true, answer, operation.subject(), null, false);
                return null;
            }
            write(operation, attempt, Outcome.UNKNOWN, last, answer, operation.subject(), operation.next(), false);
            if (last) {
                return null;
            }
            TimeUnit.MILLISECONDS.sleep(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            if (operation.isPut()) {
                Answer now = client.send("GET", operation.path(), operation.user(), null, null, null);
                // Nobody else writes this record: a newer version is ours.
                if (now.isSuccess() && now.version() > operation.version()) {
                    return acknowledged(operation, attempt, now, true);
                }
                // Gone, or older than it was: its database was restored, and there is nothing to change.
                if (now.isSuccess() ? now.version() < operation.version() : !now.isUnknown()) {
                    write(operation, attempt, Outcome.REFUSED, true, now, operation.subject(), null, false);
                    return null;
                }
            }
        }
    }

    private void begin(Operation operation, int attempt) {
        log.write(new LogLine(System.currentTimeMillis(), fault, operation.key(), operation.act(), operation.owner(), attempt,
                Outcome.BEGUN, false, 0, operation.subject(), operation.next(), false, null));
    }

    private Operation.Known acknowledged(Operation operation, int attempt, Answer answer, boolean found) {
        String subject = operation.subject() != null
                ? operation.subject()
                : answer.location().substring(answer.location().lastIndexOf('/') + 1);
        write(operation, attempt, Outcome.ACKNOWLEDGED, true, answer, subject, answer.version(), found);
        return new Operation.Known(subject, answer.version(),
                operation.known() == null ? operation.key() : operation.known().key());
    }

    private void write(Operation operation, int attempt, Outcome outcome, boolean last, Answer answer, String subject, Long version,
            boolean found) {
        String detail = outcome == Outcome.ACKNOWLEDGED ? null : answer.body().substring(0, Math.min(300, answer.body().length()));
        log.write(new LogLine(System.currentTimeMillis(), fault, operation.key(), operation.act(), operation.owner(), attempt,
                outcome,
                last, answer.status(), subject, version, found, detail));
    }
}
