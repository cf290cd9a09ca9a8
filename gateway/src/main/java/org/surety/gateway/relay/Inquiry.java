package org.surety.gateway.relay;

import java.util.concurrent.TimeoutException;

import org.jboss.logging.Logger;
import org.surety.gateway.exchange.Exchange;
import org.surety.gateway.problem.Problem;
import org.surety.gateway.problem.ProblemType;
import org.surety.gateway.route.Upstream;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

/** One question to one service, on one event loop. The first thing that happens to it is its reply; what comes later is ignored. */
final class Inquiry {

    private static final Logger LOG = Logger.getLogger(Inquiry.class);

    private final Exchange exchange;
    private final Upstream upstream;
    private final RelaySettings settings;
    private final RequestHeaders headers;
    private final Circuits circuits;
    private final long limitBytes;
    private final Promise<Reply> reply = Promise.promise();
    private final Buffer body = Buffer.buffer();
    private HttpClientRequest sent;
    private boolean cancelled;
    private Vertx vertx;
    private long timer;

    Inquiry(Exchange exchange, Upstream upstream, RelaySettings settings, RequestHeaders headers, Circuits circuits,
            long limitBytes) {
        this.exchange = exchange;
        this.upstream = upstream;
        this.settings = settings;
        this.headers = headers;
        this.circuits = circuits;
        this.limitBytes = limitBytes;
    }

    Future<Reply> send(Vertx here, HttpClient client, String target) {
        vertx = here;
        timer = vertx.setTimer(settings.answerMillis(), expired -> giveUp());
        RequestOptions options = new RequestOptions().setMethod(HttpMethod.GET).setURI(target)
                .setConnectTimeout(settings.connectionMillis());
        client.request(options).onSuccess(this::send).onFailure(this::notReached);
        return reply.future().onComplete(replied -> vertx.cancelTimer(timer));
    }

    void cancel() {
        if (!reply.future().isComplete()) {
            cancelled = true;
            vertx.cancelTimer(timer);
            if (sent != null) {
                sent.reset();
            }
        }
    }

    private void send(HttpClientRequest request) {
        request.exceptionHandler(this::broken); // of a reset too, which else is logged as a fault
        if (cancelled || reply.future().isComplete()) {
            request.reset();
            return;
        }
        sent = request;
        headers.rewrite(exchange, request.headers());
        request.headers().set("accept", "application/json");
        request.send().onSuccess(this::read).onFailure(this::broken);
    }

    private void read(HttpClientResponse response) {
        circuits.answered(upstream);
        response.handler(this::take);
        response.exceptionHandler(this::broken);
        response.endHandler(end -> complete(
                Reply.of(upstream, response.statusCode(), response.getHeader("content-type"), body, exchange.trace())));
    }

    private void take(Buffer chunk) {
        if (body.length() + chunk.length() > limitBytes) {
            end(Problem.of(ProblemType.UPSTREAM_ANSWER_UNUSABLE,
                    upstream.name() + " answered more than the " + limitBytes + " bytes that are taken.", upstream.name()));
            return;
        }
        body.appendBuffer(chunk);
    }

    private void giveUp() {
        end(sent == null
                ? busy()
                : Problem.of(ProblemType.UPSTREAM_TIMEOUT,
                        upstream.name() + " did not answer within " + settings.answerMillis() + " ms.", upstream.name()));
    }

    private void notReached(Throwable failure) {
        boolean busy = failure instanceof ConnectionPoolTooBusyException || failure instanceof TimeoutException;
        end(busy
                ? busy()
                : Problem.passing(ProblemType.UPSTREAM_UNREACHABLE, upstream.name() + " cannot be reached. Try again.",
                        upstream.name()));
    }

    private void broken(Throwable failure) {
        end(Problem.passing(ProblemType.UPSTREAM_UNREACHABLE,
                upstream.name() + " closed the connection before it had answered. Try again.", upstream.name()));
    }

    private Problem busy() {
        return Problem.passing(ProblemType.UPSTREAM_BUSY, upstream.name() + " has no place free for this request. Try again.",
                upstream.name());
    }

    private void end(Problem problem) {
        if (!complete(Reply.refused(problem, exchange.trace()))) {
            return;
        }
        circuits.ended(upstream, problem.type());
        LOG.warnf("%s: %s", upstream.name(), problem.detail());
        if (sent != null) {
            sent.reset();
        }
    }

    private boolean complete(Reply came) {
        return !cancelled && reply.tryComplete(came);
    }
}
