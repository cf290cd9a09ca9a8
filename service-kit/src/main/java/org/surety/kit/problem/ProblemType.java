package org.surety.kit.problem;

import java.net.URI;

/**
 * A kind of error that a client can act on. Each has a page {@code docs/problems/<name>.md} and a test; a service lists its own in an
 * enum that implements this.
 */
public interface ProblemType {

    /** Every type starts with this; the address need not answer. */
    String BASE = "https://surety.example/problems/";

    /** Stable, kebab-case. */
    String slug();

    int status();

    /** Short, the same for every occurrence. */
    String title();

    default URI uri() {
        return URI.create(BASE + slug());
    }
}
