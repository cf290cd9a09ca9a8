package org.surety.gateway.signin;

import java.util.Map;

import jakarta.inject.Singleton;

import org.surety.gateway.door.OwnResource;
import org.surety.gateway.exchange.Answers;
import org.surety.gateway.exchange.Caller;
import org.surety.gateway.exchange.Exchange;
import org.surety.gateway.identity.Address;
import org.surety.gateway.problem.Problem;
import org.surety.gateway.problem.Refusal;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** {@code GET /session}: who is signed in, until when, and what a page has to send with what it changes. */
@Singleton
class SessionAnswer implements OwnResource {

    private static final String PATH = "/session";

    private final Answers answers;
    private final Address address;

    SessionAnswer(Answers answers, Address address) {
        this.answers = answers;
        this.address = address;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public void answer(Exchange exchange) {
        if (!exchange.request().method().name().equals("GET")) {
            throw new Refusal(Problem.methodNotAllowed("GET"));
        }
        Caller caller = exchange.caller().orElseThrow();
        JsonObject body = new JsonObject().put("subject", caller.subject());
        if (caller.name() != null) {
            body.put("name", caller.name());
        }
        if (caller.party() != null) {
            body.put("party", caller.party());
        }
        body.put("roles", new JsonArray(caller.roles()));
        caller.signedIn().ifPresentOrElse(
                session -> body.put("by", "SESSION").put("until", session.until().toString())
                        .put("unsafeMethods", unsafeMethods()).put("signOut", SignOut.PATH),
                () -> body.put("by", "TOKEN").put("until", caller.until().toString()));
        body.put("notice", SignInPage.NOTICE);
        answers.send(exchange, 200, "application/json", body.toBuffer(), Map.of("cache-control", "no-store"));
    }

    private JsonObject unsafeMethods() {
        return new JsonObject().put("origin", address.origin()).put("headers", new JsonObject().put("X-Surety", "1"));
    }
}
