package org.surety.commitments.act;

/** What the document of the API says at free text of requests. */
public final class FreeText {

    public static final String NO_NAMES = "Do not write names of persons into texts: they stand in /persons alone, where they can be erased.";

    public static final String SOURCE = "Where it is known from, at most 2,000 characters. " + NO_NAMES;

    private FreeText() {
    }
}
