package org.surety.gateway.relay;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jboss.logging.Logger;
import org.surety.gateway.exchange.Answers;
import org.surety.gateway.exchange.Exchange;
import org.surety.gateway.problem.Problem;
import org.surety.gateway.problem.ProblemType;
import org.surety.gateway.route.Upstream;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/**
 * One request's passage to its service and back. Until the head of the answer is there, everything that goes wrong becomes a
 * problem; after it, an answer that cannot be completed ends the connection, so that no client takes a part for the whole.
 * Nothing is ever tried a second time: the gateway cannot know what a service did before it failed.
 */
final class Passage implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(Passage.class);

    private final Vertx vertx;
    private final Exchange exchange;
    private final Upstream upstream;
    private final RelaySettings settings;
    private final Answers answers;
    private final Circuits circuits;
    private final RelayedBody body;
    private final long startedNanos = System.nanoTime();
    private long movedNanos = startedNanos;
    private long timer;
    private HttpClientRequest sent;
    private ProblemType late;

    Passage(Vertx vertx, Exchange exchange, Upstream upstream, RelaySettings settings, Answers answers, Circuits circuits) {
        this.vertx = vertx;
        this.exchange = exchange;
        this.upstream = upstream;
        this.settings = settings;
        this.answers = answers;
        this.circuits = circuits;
        this.body = new RelayedBody(exchange, settings.bodyLimitBytes(), () -> movedNanos = System.nanoTime());
    }

    Future<HttpClientRequest> connect(ProxyContext context) {
        RequestOptions options = new RequestOptions().setConnectTimeout(settings.connectionMillis());
        return context.client().request(options).compose(request -> {
            if (exchange.request().response().closed()) {
                request.reset();
                return Future.failedFuture(new HttpClosedException("the client has gone"));
            }
            request.exceptionHandler(failure -> LOG.debugf("%s: %s", upstream.name(), failure)); // the answer's future has it too
            sent = request;
            if (exchange.request().headers().contains("expect", "100-continue", true)) {
                exchange.request().response().writeContinue();
            }
            return Future.succeededFuture(request);
        });
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        settings.requestHeaders().rewrite(exchange, context.request().headers());
        context.request().setBody(Body.body(body, context.request().getBody().length()));
        watch(settings.answerMillis());
        return context.sendRequest()
                .onComplete(head -> vertx.cancelTimer(timer))
                .onSuccess(head -> begun())
                .recover(this::refuse);
    }

    private void begun() {
        exchange.upstreamAnsweredAfter(System.nanoTime() - startedNanos);
        circuits.answered(upstream);
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        ProxyResponse response = context.response();
        ResponseHeaders.rewrite(response.headers(), upstream);
        exchange.addHeadersTo(response.headers());
        response.setStatusMessage(null); // the standard one; and with another the server sends a 304 as if it had a body
        Body answer = response.getBody();
        if (response.getStatusCode() == 204) {
            answer.stream().resume();
            response.setBody(null); // or the proxy would announce a chunked one
        } else {
            response.setBody(Body.body(new RelayedAnswer(answer.stream(), exchange), answer.length()));
        }
        return context.sendResponse();
    }

    private void watch(long millis) {
        timer = vertx.setTimer(Math.max(1, millis), expired -> {
            long idleMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - movedNanos);
            boolean dribbles = body.dribbles(settings.bodyBytesPerSecond(), settings.answerMillis());
            if (idleMillis < settings.answerMillis() && !dribbles) {
                watch(settings.answerMillis() - idleMillis);
            } else if (sent != null) {
                late = dribbles || body.waitsForClient() ? ProblemType.REQUEST_TIMEOUT : ProblemType.UPSTREAM_TIMEOUT;
                sent.reset();
            }
            // No connection yet: waiting for one has its own, shorter limit.
        });
    }

    /** Answers here and leaves the proxy waiting for ever, so that it adds nothing of its own; it holds no resource by then. */
    private Future<ProxyResponse> refuse(Throwable failure) {
        if (body.broken() || exchange.request().response().closed()) {
            LOG.debugf("The client left before %s answered", upstream.name());
            return Promise.<ProxyResponse>promise().future();
        }
        Problem problem = problem(failure);
        circuits.ended(upstream, problem.type());
        if (problem.type() == ProblemType.UPSTREAM_UNREACHABLE) {
            LOG.warnf("%s: %s", upstream.name(), failure);
        }
        answers.refuse(exchange, problem);
        return Promise.<ProxyResponse>promise().future();
    }

    private Problem problem(Throwable failure) {
        String name = upstream.name();
        if (body.tooLarge()) {
            return Relay.tooLarge(settings.bodyLimitBytes());
        }
        if (late == ProblemType.REQUEST_TIMEOUT) {
            return Problem.of(late, "For " + settings.answerMillis() + " ms less than " + settings.bodyBytesPerSecond()
                    + " bytes a second of the request body arrived.");
        }
        if (late != null) {
            return Problem.of(late, name + " did not begin to answer within " + settings.answerMillis()
                    + " ms. Whether it carried out the request is not known.", name);
        }
        if (sent != null) {
            return Problem.of(ProblemType.UPSTREAM_UNREACHABLE, name
                    + " closed the connection before it answered. Whether it carried out the request is not known.", name);
        }
        if (failure instanceof ConnectionPoolTooBusyException || failure instanceof TimeoutException) {
            return Problem.passing(ProblemType.UPSTREAM_BUSY, name + " has no place free for this request. Try again.", name);
        }
        return Problem.passing(ProblemType.UPSTREAM_UNREACHABLE,
                name + " cannot be reached; it has not seen the request. Try again.", name);
    }
}
