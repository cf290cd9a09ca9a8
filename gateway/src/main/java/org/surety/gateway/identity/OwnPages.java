package org.surety.gateway.identity;

import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import org.surety.gateway.problem.Problem;
import org.surety.gateway.problem.ProblemType;
import org.surety.gateway.problem.Refusal;

import io.vertx.core.http.HttpServerRequest;

/**
 * A browser sends its cookies with whatever request it is told to make, so a session is good only for what the register's own pages ask.
 * An unsafe request has to say where it comes from, and carry a header that no form can and no foreign script may set.
 */
@Singleton
class OwnPages {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final String origin;

    OwnPages(Address address) {
        this.origin = address.origin();
    }

    /** @throws Refusal {@code cross-origin} or {@code session-header-missing} */
    void require(HttpServerRequest request) {
        String site = request.getHeader("sec-fetch-site");
        boolean own = "same-origin".equals(site);
        if (SAFE.contains(request.method().name())) {
            // What a person follows or types is no page's request; older browsers say nothing.
            if (site != null && !own && !site.equals("none") && !"navigate".equals(request.getHeader("sec-fetch-mode"))) {
                throw crossOrigin();
            }
            return;
        }
        List<String> origins = request.headers().getAll("origin");
        if (site != null && !own || origins.isEmpty() && !own || !origins.isEmpty() && !origins.equals(List.of(origin))) {
            throw crossOrigin();
        }
        if (!"1".equals(request.getHeader("x-surety"))) {
            throw new Refusal(Problem.of(ProblemType.SESSION_HEADER_MISSING,
                    "In a browser session this method needs the header 'X-Surety: 1'."));
        }
    }

    private Refusal crossOrigin() {
        return new Refusal(Problem.of(ProblemType.CROSS_ORIGIN,
                "A browser session answers to pages of " + origin + " only, and 'Origin' or 'Sec-Fetch-Site' has to say so."));
    }
}
