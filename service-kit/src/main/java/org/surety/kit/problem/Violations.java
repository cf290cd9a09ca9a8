package org.surety.kit.problem;

import java.util.ArrayList;
import java.util.List;

import org.surety.kit.problem.Problem.Violation;

/** Collects the broken rules of a request, so that a client learns of all at once. */
public class Violations {

    private final List<Violation> found = new ArrayList<>();

    /** Notes the message for the field unless the rule holds. */
    public Violations check(boolean holds, String field, String message) {
        if (!holds) {
            found.add(new Violation(field, message));
        }
        return this;
    }

    /** A text that must be there: not blank and not longer than the limit. */
    public Violations text(String value, String field, int limit) {
        check(value != null && !value.isBlank(), field, "must be stated");
        return optionalText(value, field, limit);
    }

    /** A text that may be absent, but is neither blank nor longer than the limit, nor does it hold characters that no text has. */
    public Violations optionalText(String value, String field, int limit) {
        check(value == null || value.codePointCount(0, value.length()) <= limit, field, "must be at most " + limit + " characters");
        check(value == null || value.codePoints().noneMatch(Violations::isUnwritable), field, "must not hold control characters");
        return this;
    }

    public void refuse() {
        if (!found.isEmpty()) {
            throw new InvalidRequest(found);
        }
    }

    public List<Violation> found() {
        return List.copyOf(found);
    }

    private static boolean isUnwritable(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t' || c >= 0xD800 && c <= 0xDFFF;
    }
}
