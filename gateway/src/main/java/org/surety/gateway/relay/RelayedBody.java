package org.surety.gateway.relay;

import java.util.concurrent.TimeUnit;

import org.surety.gateway.exchange.Exchange;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;

/**
 * The client's body on its way to a service: chunk by chunk, never collected, counted against the limit. Knows whom the flow is
 * waiting for.
 */
final class RelayedBody implements ReadStream<Buffer> {

    private final HttpServerRequest request;
    private final Exchange exchange;
    private final long limitBytes;
    private final Runnable moved;
    private long judgedNanos = System.nanoTime();
    private long judgedBytes;
    private boolean heldUp;
    private Handler<Throwable> failureHandler;
    private boolean paused;
    private boolean tooLarge;
    private boolean complete;
    private boolean broken;

    /** @param moved told of every movement */
    RelayedBody(Exchange exchange, long limitBytes, Runnable moved) {
        this.request = exchange.request();
        this.exchange = exchange;
        this.limitBytes = limitBytes;
        this.moved = moved;
    }

    boolean tooLarge() {
        return tooLarge;
    }

    /** True if the client's connection ended before its body did. */
    boolean broken() {
        return broken;
    }

    /** True while it is the client that owes the next chunk, and not the service that does not take it. */
    boolean waitsForClient() {
        return !complete && !paused;
    }

    /**
     * True if less than the rate has come since this was asked last, and it was the client alone that kept it waiting. Says no more often
     * than once in a window.
     */
    boolean dribbles(long bytesPerSecond, long windowMillis) {
        long now = System.nanoTime();
        long elapsedMillis = TimeUnit.NANOSECONDS.toMillis(now - judgedNanos);
        if (elapsedMillis < windowMillis) {
            return false;
        }
        boolean slow = (exchange.bodyBytes() - judgedBytes) * 1000 < bytesPerSecond * elapsedMillis;
        boolean alone = waitsForClient() && !heldUp;
        judgedNanos = now;
        judgedBytes = exchange.bodyBytes();
        heldUp = false;
        return slow && alone;
    }

    @Override
    public RelayedBody handler(Handler<Buffer> handler) {
        if (request.isEnded()) {
            return this; // the pipe lets go of a body that has ended
        }
        request.handler(handler == null ? null : chunk -> take(chunk, handler));
        return this;
    }

    private void take(Buffer chunk, Handler<Buffer> handler) {
        if (tooLarge) {
            return;
        }
        if (exchange.bodyBytes() + chunk.length() > limitBytes) {
            tooLarge = true;
            failureHandler.handle(new BodyTooLarge());
            return;
        }
        exchange.relayed(chunk.length());
        moved.run();
        handler.handle(chunk);
    }

    @Override
    public RelayedBody exceptionHandler(Handler<Throwable> handler) {
        failureHandler = handler;
        request.exceptionHandler(handler == null ? null : failure -> {
            broken = true;
            handler.handle(failure);
        });
        return this;
    }

    @Override
    public RelayedBody endHandler(Handler<Void> handler) {
        if (request.isEnded()) {
            return this;
        }
        request.endHandler(handler == null ? null : end -> {
            complete = true;
            moved.run();
            handler.handle(end);
        });
        return this;
    }

    @Override
    public RelayedBody pause() {
        paused = true;
        heldUp = true;
        request.pause();
        return this;
    }

    @Override
    public RelayedBody resume() {
        paused = false;
        moved.run();
        request.resume();
        return this;
    }

    @Override
    public RelayedBody fetch(long amount) {
        request.fetch(amount);
        return this;
    }

    /** Ends the pipe; never leaves the relay. */
    private static final class BodyTooLarge extends RuntimeException {

        private static final long serialVersionUID = 1;

        BodyTooLarge() {
            super("body too large", null, false, false);
        }
    }
}
