package org.surety.gateway.door;

import org.surety.gateway.problem.Problem;
import org.surety.gateway.problem.ProblemType;
import org.surety.gateway.problem.Refusal;

/**
 * A request target in the one spelling the gateway accepts. Everything that two parsers could read differently is refused
 * before anything else looks at it, so that gateway and service always decide on the same path; nothing is ever normalised.
 * <p>
 * Path: {@code /}, or one or more times {@code /} followed by a segment of {@code A-Z a-z 0-9 . _ ~ -} that is neither {@code .}
 * nor {@code ..}; no trailing slash. So no percent escape, no matrix parameter, no backslash, no absolute or asterisk form.
 * Query: the characters RFC 3986 allows there, percent escapes with two hexadecimal digits.
 *
 * @param query without the question mark, or null if there is none
 */
record CanonicalTarget(String path, String query) {

    private static final boolean[] SEGMENT = table("._~-");
    private static final boolean[] QUERY = table("._~-!$&'()*+,;=:@/?");

    /** @throws Refusal {@code non-canonical-path} saying what is wrong */
    static CanonicalTarget of(String target) {
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        String query = question < 0 ? null : target.substring(question + 1);
        checkPath(path);
        if (query != null) {
            checkQuery(query);
        }
        return new CanonicalTarget(path, query);
    }

    private static void checkPath(String path) {
        int length = path.length();
        if (length == 0 || path.charAt(0) != '/') {
            throw refusal("The request target must be an absolute path.");
        }
        if (length == 1) {
            return;
        }
        int start = 1;
        for (int i = 1; i <= length; i++) {
            if (i == length || path.charAt(i) == '/') {
                checkSegment(path, start, i);
                start = i + 1;
            } else if (!allowed(SEGMENT, path.charAt(i))) {
                throw refusal("The path may hold letters, digits, '.', '_', '~', '-' and '/' only, none of them escaped.");
            }
        }
    }

    private static void checkSegment(String path, int start, int end) {
        int length = end - start;
        if (length == 0) {
            throw refusal("The path has an empty segment or a trailing slash.");
        }
        if (path.charAt(start) == '.' && (length == 1 || length == 2 && path.charAt(start + 1) == '.')) {
            throw refusal("The path has a '.' or '..' segment.");
        }
    }

    private static void checkQuery(String query) {
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            if (c == '%') {
                if (i + 2 >= query.length() || !hexadecimal(query.charAt(i + 1)) || !hexadecimal(query.charAt(i + 2))) {
                    throw refusal("The query has a '%' that is not followed by two hexadecimal digits.");
                }
                i += 2;
            } else if (!allowed(QUERY, c)) {
                throw refusal("The query has a character that must be percent-escaped.");
            }
        }
    }

    private static Refusal refusal(String detail) {
        return new Refusal(Problem.of(ProblemType.NON_CANONICAL_PATH, detail));
    }

    private static boolean allowed(boolean[] table, char c) {
        return c < table.length && table[c];
    }

    private static boolean hexadecimal(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    private static boolean[] table(String punctuation) {
        boolean[] table = new boolean[128];
        for (char c = '0'; c <= 'z'; c++) {
            table[c] = c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a';
        }
        for (char c : punctuation.toCharArray()) {
            table[c] = true;
        }
        return table;
    }
}
