package org.surety.gateway.signin;

import jakarta.inject.Singleton;

import org.surety.gateway.door.Entrance;
import org.surety.gateway.identity.BrowserFlow;
import org.surety.gateway.identity.SessionCookies;
import org.surety.gateway.problem.Problem;
import org.surety.gateway.problem.Refusal;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** {@code GET /sign-in/start}: ends what session this browser had and sends it to the identity provider. For navigation only. */
@Singleton
class SignInStart implements Entrance {

    static final String PATH = "/sign-in/start";

    private final BrowserFlow browser;
    private final SessionCookies cookies;

    SignInStart(BrowserFlow browser, SessionCookies cookies) {
        this.browser = browser;
        this.cookies = cookies;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public Uni<Answer> enter(RoutingContext context) {
        HttpServerRequest request = context.request();
        String mode = request.getHeader("sec-fetch-mode");
        if (mode != null && !mode.equals("navigate") || request.getHeader("authorization") != null) {
            // A script or a program would follow the redirect to a page for people.
            return Uni.createFrom().failure(new Refusal(Problem.unauthenticated()));
        }
        cookies.forget(request);
        return browser.begin(context).map(Answer::to);
    }
}
