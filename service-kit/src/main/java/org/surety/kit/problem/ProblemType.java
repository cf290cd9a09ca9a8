package org.surety.kit.problem;

import java.net.URI;
import java.util.Locale;

/**
 * A kind of error that a client can act on. Each has a page {@code docs/problems/<name>.md} and a test; a service lists its own in an
 * enum that implements this.
 */
public interface ProblemType {

    /** Every type starts with this; the address need not answer. */
    String BASE = "https://surety.example/problems/";

    /** Of the constant of an enum: a type is one. */
    String name();

    /** Stable, kebab-case. */
    default String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    int status();

    /** Short, the same for every occurrence. */
    String title();

    default URI uri() {
        return URI.create(BASE + slug());
    }
}
