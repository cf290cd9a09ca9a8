package org.surety.kit.problem;

import java.util.List;

/** One or more fields break a rule that can be checked without the database. */
public class InvalidRequest extends Problem {

    private final transient List<Violation> violations;

    public InvalidRequest(String field, String message) {
        this(List.of(new Violation(field, message)));
    }

    public InvalidRequest(List<Violation> violations) {
        super(KitProblem.INVALID_REQUEST, detail(violations), violations);
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }

    /** The number, which has to be in these bounds, both included. */
    public static long between(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw new InvalidRequest(field, "must be from " + least + " to " + most);
        }
        return value;
    }

    private static String detail(List<Violation> violations) {
        Violation first = violations.get(0);
        String more = violations.size() == 1 ? "" : " (and " + (violations.size() - 1) + " more)";
        return first.field() + " " + first.message() + more;
    }
}
