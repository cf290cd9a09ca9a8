package org.surety.gateway.identity;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

import org.surety.gateway.problem.Problem;
import org.surety.gateway.problem.ProblemType;
import org.surety.gateway.problem.Refusal;

/** Tells the failures that are the identity provider's absence from those that are the caller's fault. */
final class ProviderAway {

    private ProviderAway() {
    }

    static boolean caused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }

    static Refusal refusal() {
        return new Refusal(Problem.passing(ProblemType.IDENTITY_PROVIDER_UNAVAILABLE,
                "The identity provider cannot be reached, so the token could not be checked. Try again.", null));
    }
}
