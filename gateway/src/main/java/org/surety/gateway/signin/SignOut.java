package org.surety.gateway.signin;

import java.util.Map;

import jakarta.inject.Singleton;

import org.surety.gateway.door.OwnResource;
import org.surety.gateway.exchange.Answers;
import org.surety.gateway.exchange.Caller;
import org.surety.gateway.exchange.Exchange;
import org.surety.gateway.exchange.Session;
import org.surety.gateway.identity.SessionEnd;
import org.surety.gateway.problem.Problem;
import org.surety.gateway.problem.Refusal;

import io.vertx.core.json.JsonObject;

/**
 * {@code POST /sign-out}: ends the session here and says where to end the one at the identity provider, which the person is asked about
 * there: the ID token that would spare the question stays in the gateway.
 */
@Singleton
class SignOut implements OwnResource {

    static final String PATH = "/sign-out";

    private final SessionEnd end;
    private final Answers answers;

    SignOut(SessionEnd end, Answers answers) {
        this.end = end;
        this.answers = answers;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public void answer(Exchange exchange) {
        if (!exchange.request().method().name().equals("POST")) {
            throw new Refusal(Problem.methodNotAllowed("POST"));
        }
        JsonObject body = new JsonObject();
        exchange.caller().flatMap(Caller::signedIn).ifPresent(session -> end(exchange, session, body));
        answers.send(exchange, 200, "application/json", body.toBuffer(), Map.of("cache-control", "no-store"));
    }

    private void end(Exchange exchange, Session session, JsonObject body) {
        end.end(exchange.request(), session);
        end.atProvider(SignInPage.PATH).ifPresent(address -> body.put("endAtIdentityProvider", address));
    }
}
