package org.surety.kit.actor;

import java.util.function.Supplier;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Work in the background that an actor has asked for earlier: it sees what that actor may see now. The one place where somebody is the
 * actor without a token; the roles are those that the token had.
 */
public final class OnBehalf {

    private static final ThreadLocal<Actor> ACTOR = new ThreadLocal<>();

    private OnBehalf() {
    }

    /** Runs the work in a transaction of its own, in which that actor looks. */
    public static <T> T transaction(Actor actor, Supplier<T> work) {
        ManagedContext request = Arc.container().requestContext();
        boolean fresh = !request.isActive();
        if (fresh) {
            request.activate();
        }
        ACTOR.set(actor);
        try {
            return QuarkusTransaction.requiringNew().call(work::get);
        } finally {
            ACTOR.remove();
            if (fresh) {
                request.terminate();
            }
        }
    }

    static Actor actor() {
        return ACTOR.get();
    }
}
