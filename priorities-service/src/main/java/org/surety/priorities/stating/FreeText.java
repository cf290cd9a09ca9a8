package org.surety.priorities.stating;

/** What the document of the API says at free text of requests. */
public final class FreeText {

    public static final String NO_NAMES = "Do not write the name of a person: it could not be erased here. Refer to persons by id.";

    public static final String SOURCE = "Where it is known from, at most 2,000 characters. " + NO_NAMES;

    private FreeText() {
    }
}
