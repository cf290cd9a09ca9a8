package org.surety.gateway.relay;

import org.surety.gateway.exchange.Exchange;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/**
 * A service's answer on its way to the client. If it breaks off, the client's connection is closed, which is the only way to say
 * so after the head. (The proxy would reset the response instead; that tells neither the framework's shutdown nor the access log
 * that the request is over.)
 */
final class RelayedAnswer implements ReadStream<Buffer> {

    private final ReadStream<Buffer> answer;
    private final Exchange exchange;

    RelayedAnswer(ReadStream<Buffer> answer, Exchange exchange) {
        this.answer = answer;
        this.exchange = exchange;
    }

    @Override
    public RelayedAnswer exceptionHandler(Handler<Throwable> handler) {
        answer.exceptionHandler(handler == null ? null : failure -> exchange.request().connection().close());
        return this;
    }

    @Override
    public RelayedAnswer handler(Handler<Buffer> handler) {
        answer.handler(handler);
        return this;
    }

    @Override
    public RelayedAnswer pause() {
        answer.pause();
        return this;
    }

    @Override
    public RelayedAnswer resume() {
        answer.resume();
        return this;
    }

    @Override
    public RelayedAnswer fetch(long amount) {
        answer.fetch(amount);
        return this;
    }

    @Override
    public RelayedAnswer endHandler(Handler<Void> handler) {
        answer.endHandler(handler);
        return this;
    }
}
