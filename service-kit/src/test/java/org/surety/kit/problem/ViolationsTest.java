package org.surety.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.surety.contracts.Source;
import org.surety.kit.problem.Problem.Violation;

class ViolationsTest {

    @Test
    void allBrokenRulesAreNamedAtOnce() {
        Violations violations = new Violations().text(" ", "title", 10).text("x".repeat(11), "place", 10).check(false, "from",
                "must be a day");
        assertThat(violations.found()).containsExactly(new Violation("title", "must be stated"),
                new Violation("place", "must be at most 10 characters"), new Violation("from", "must be a day"));
        assertThatThrownBy(violations::refuse).isInstanceOf(InvalidRequest.class).hasMessageContaining("and 2 more");
    }

    @Test
    void textOfAnyScriptIsTextButControlsAndLoneSurrogatesAreNot() {
        assertThatCode(new Violations().text("Володимир 東京 🇺🇦\n", "name", 40)::refuse).doesNotThrowAnyException();
        assertThat(new Violations().text("a\u0000b", "name", 10).found()).hasSize(1);
        assertThat(new Violations().text("a\uD83D", "name", 10).found()).hasSize(1);
    }

    @Test
    void lengthIsCountedInCharactersAsPeopleSeeThem() {
        assertThat(new Violations().text("🇺🇦".repeat(5), "name", 10).found()).isEmpty();
        assertThat(new Violations().text("🇺🇦".repeat(6), "name", 10).found()).hasSize(1);
    }

    @Test
    void sourcesSaySomething() {
        assertThat(new Violations().sources(List.of(new Source(null, null)), "sources").found()).extracting(Violation::field)
                .containsExactly("sources[0]");
        assertThat(new Violations().sources(Collections.nCopies(21, new Source(null, "s")), "sources").found()).hasSize(1);
        assertThat(new Violations().sources(List.of(new Source("https://example.org", null)), "sources").found()).isEmpty();
    }
}
