package org.surety.gateway.door;

import java.util.Map;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * A step of signing in or out that nobody can be identified for yet, or that the identity provider takes. A request is for it only if its
 * path is equal to this one.
 */
public interface Entrance {

    /** An answer without a body. */
    record Answer(int status, Map<String, String> headers) {

        /** Nothing of it may be kept: it is about one moment of one browser. */
        public static Answer to(String destination) {
            return new Answer(302, Map.of("location", destination, "cache-control", "no-store"));
        }

        public static Answer done() {
            return new Answer(200, Map.of("cache-control", "no-store"));
        }
    }

    /** The exact canonical path. */
    String path();

    /** The only method. */
    String method();

    /** Fails with a {@link org.surety.gateway.problem.Refusal} naming the rule that is broken. */
    Uni<Answer> enter(RoutingContext context);
}
