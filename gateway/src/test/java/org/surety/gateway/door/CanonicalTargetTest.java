package org.surety.gateway.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.surety.gateway.problem.ProblemType;
import org.surety.gateway.problem.Refusal;

class CanonicalTargetTest {

    @ParameterizedTest
    @ValueSource(strings = { "/", "/a", "/api/v1/parties", "/api/v1/parties/XAA", "/a/b.json", "/a/.hidden", "/a/..b", "/a/...",
            "/A/~b/_c/-d/0.9", "/ADMIN"})
    void plainPathStaysAsItIs(String path) {
        assertEquals(new CanonicalTarget(path, null), CanonicalTarget.of(path));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "*", "a", "http://host/api", "host:443", "//", "//a", "/a//b", "/a/", "/a/b/", "/.", "/..", "/a/.",
            "/a/..", "/./a", "/../a", "/a/./b", "/a/../b", "/x/..;/a", "/a;b", "/a;", "/;a", "/a%2fb", "/a%3Bb", "/%61", "/a%",
            "/a%zz",
            "/a\\b", "/a b", "/a\tb", "/a#b", "/a|b", "/a:b", "/a@b", "/a,b", "/a=b", "/a+b", "/a\u00e9", "/\uff41", "/a\u0000",
            "/a\u007f",
            "/a{b}", "/a'b", "/a\"b", "/a<b", "/a[b]", "/a^b", "/a`b", "/a!b", "/a$b", "/a&b", "/a(b)", "/a*b"})
    void anyOtherPathIsRefused(String path) {
        refuses(path);
        refuses(path + "?a=b");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "a", "a=b&c=d", "a=%20%2f%00", "a=b/c?d", "a=x:y@z,(1)*!'$;+~._-"})
    void queryMayHoldWhatTheStandardAllows(String query) {
        assertEquals(new CanonicalTarget("/a", query), CanonicalTarget.of("/a?" + query));
    }

    @ParameterizedTest
    @ValueSource(strings = { "%", "a=%2", "a=%zz", "a=%u002f", "a b", "a\tb", "a\u0000", "a#b", "a\\b", "a|b", "a\"b", "a<b>",
            "a[b]", "a{b}",
            "a^b", "a`b", "a\u00e9", "a\u007f"})
    void queryWithAnythingElseIsRefused(String query) {
        refuses("/a?" + query);
    }

    @Test
    void everyCharacterOutsideTheGrammarIsRefusedInPathAndQuery() {
        String path = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~-/";
        String query = path + "!$&'()*+,;=:@?";
        for (char c = 0; c < 0x300; c++) {
            if (path.indexOf(c) < 0 && c != '?') {
                refuses("/a" + c + "b");
            }
            if (query.indexOf(c) < 0) {
                refuses("/a?b" + c + "c");
            }
        }
    }

    private static void refuses(String target) {
        Refusal refusal = assertThrows(Refusal.class, () -> CanonicalTarget.of(target), target);
        assertEquals(ProblemType.NON_CANONICAL_PATH, refusal.problem().type());
    }
}
