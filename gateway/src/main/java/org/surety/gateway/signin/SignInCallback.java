package org.surety.gateway.signin;

import jakarta.inject.Singleton;

import org.surety.gateway.GatewayConfiguration;
import org.surety.gateway.door.Entrance;
import org.surety.gateway.identity.BrowserFlow;
import org.surety.gateway.identity.SessionCookies;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** {@code GET /sign-in/callback}: where the identity provider sends the browser back. */
@Singleton
class SignInCallback implements Entrance {

    private final BrowserFlow browser;
    private final SessionCookies cookies;
    private final String landing;

    SignInCallback(BrowserFlow browser, SessionCookies cookies, GatewayConfiguration configuration) {
        this.browser = browser;
        this.cookies = cookies;
        this.landing = configuration.session().landing();
    }

    @Override
    public String path() {
        return "/sign-in/callback";
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public Uni<Answer> enter(RoutingContext context) {
        if (cookies.areIn(context.request())) {
            // A second window has signed in meanwhile, perhaps as somebody else: neither of the two is right by itself.
            return Uni.createFrom().item(Answer.to(SignInStart.PATH));
        }
        return browser.complete(context).map(opened -> Answer.to(landing));
    }
}
