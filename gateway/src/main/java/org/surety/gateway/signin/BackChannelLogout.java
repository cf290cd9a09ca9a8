package org.surety.gateway.signin;

import java.nio.charset.StandardCharsets;

import jakarta.inject.Singleton;

import org.surety.gateway.door.Entrance;
import org.surety.gateway.identity.LogoutTokens;
import org.surety.gateway.problem.Problem;
import org.surety.gateway.problem.ProblemType;
import org.surety.gateway.problem.Refusal;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** {@code POST /sign-out/back-channel}: the identity provider tells that a session has ended. The token it sends is all the proof. */
@Singleton
class BackChannelLogout implements Entrance {

    /** A logout token has 1,000 characters. */
    private static final int LIMIT_BYTES = 16_384;

    private final LogoutTokens tokens;

    BackChannelLogout(LogoutTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public String path() {
        return "/sign-out/back-channel";
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public Uni<Answer> enter(RoutingContext context) {
        return Uni.createFrom().<Buffer>emitter(emitter -> read(context.request(), emitter))
                .chain(body -> tokens.accept(token(body))).map(ended -> Answer.done());
    }

    private static void read(HttpServerRequest request, UniEmitter<? super Buffer> emitter) {
        Buffer body = Buffer.buffer();
        request.exceptionHandler(
                broken -> emitter.fail(new Refusal(Problem.of(ProblemType.MALFORMED_REQUEST, "The form broke off."))));
        request.handler(chunk -> {
            if (body.length() + chunk.length() > LIMIT_BYTES) {
                emitter.fail(new Refusal(
                        Problem.of(ProblemType.PAYLOAD_TOO_LARGE, "A logout token is shorter than " + LIMIT_BYTES + " bytes.")));
            } else {
                body.appendBuffer(chunk);
            }
        });
        request.endHandler(end -> emitter.complete(body));
        request.resume();
    }

    /** A form, whatever its declared type; a token that stands twice is none. */
    private static String token(Buffer form) {
        var values = new QueryStringDecoder(form.toString(StandardCharsets.US_ASCII), StandardCharsets.UTF_8, false).parameters()
                .get("logout_token");
        return values != null && values.size() == 1 ? values.get(0) : "";
    }
}
