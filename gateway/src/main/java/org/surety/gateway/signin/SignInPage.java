package org.surety.gateway.signin;

import java.util.Map;
import java.util.Set;

import jakarta.inject.Singleton;

import org.surety.gateway.door.OpenResource;
import org.surety.gateway.exchange.Answers;
import org.surety.gateway.exchange.Exchange;

import io.vertx.core.buffer.Buffer;

/** {@code GET /sign-in}: says what may not be entered here before anybody signs in. Plain text and a link; no script, no style. */
@Singleton
class SignInPage implements OpenResource {

    static final String PATH = "/sign-in";

    /** What is said wherever somebody signs in. */
    static final String NOTICE = "Surety is not accredited for classified information. Enter none.";

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Sign in to Surety</title></head>
            <body>
            <main>
            <h1>Surety</h1>
            <p><strong>%s</strong></p>
            <p>Labels are release markings of the parties, not security classifications.</p>
            <p><a href="%s">Sign in</a></p>
            </main>
            </body>
            </html>
            """.formatted(NOTICE, SignInStart.PATH);

    private final Answers answers;

    SignInPage(Answers answers) {
        this.answers = answers;
    }

    @Override
    public Set<String> paths() {
        return Set.of(PATH);
    }

    @Override
    public void answer(Exchange exchange) {
        exchange.answeredHere(PATH);
        answers.send(exchange, 200, "text/html; charset=utf-8", Buffer.buffer(PAGE), Map.of("cache-control", "no-store"));
    }
}
