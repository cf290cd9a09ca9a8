package org.surety.gateway.relay;

import io.vertx.core.Future;

/**
 * A question to a service that is under way.
 *
 * @param reply never fails; never comes once the question was taken back
 * @param withdrawal takes it back
 */
public record Question(Future<Reply> reply, Runnable withdrawal) {

    /** Nobody wants the answer any more: the service is told by the end of the connection, and no fault of its is counted. */
    public void cancel() {
        withdrawal.run();
    }
}
