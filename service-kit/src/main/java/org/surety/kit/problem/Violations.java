package org.surety.kit.problem;

import java.util.ArrayList;
import java.util.List;

import org.surety.contracts.Source;
import org.surety.kit.problem.Problem.Violation;

/** Collects the broken rules of a request, so that a client learns of all at once. */
public class Violations {

    /** The length of a text field that states no other. */
    public static final int MAX_TEXT = 2000;

    private static final int MAX_SOURCES = 20;

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

    /** Citations: at most 20, each an address, a text or both. */
    public Violations sources(List<Source> sources, String field) {
        check(sources.size() <= MAX_SOURCES, field, "must be at most " + MAX_SOURCES);
        for (int i = 0; i < sources.size(); i++) {
            Source source = sources.get(i);
            String path = field + "[" + i + "]";
            if (source == null || source.url() == null && source.text() == null) {
                check(false, path, "must have a url or a text");
                continue;
            }
            optionalText(source.url(), path + ".url", MAX_TEXT);
            optionalText(source.text(), path + ".text", MAX_TEXT);
        }
        return this;
    }

    /** Refuses the request, naming every broken rule, if there is any. */
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
