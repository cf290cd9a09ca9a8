package org.surety.priorities.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.surety.contracts.PriorityCode;
import org.surety.contracts.QuestionActKind;
import org.surety.contracts.QuestionState.Act;
import org.surety.kit.label.Label;
import org.surety.kit.problem.InvalidRequest;
import org.surety.kit.problem.Problem;
import org.surety.priorities.question.Question.Age;

class QuestionTest {

    private static final LocalDate RAISED = LocalDate.of(2026, 2, 1);
    private static final LocalDate DUE = LocalDate.of(2026, 2, 20);

    private static Question question() {
        return Question.raise("XAA", description(RAISED, DUE), RAISED, 1);
    }

    private static QuestionDescription description(LocalDate raised, LocalDate due) {
        return new QuestionDescription("XAA", PriorityCode.CEASEFIRE_MONITORING, "Who decides?", raised, due, null,
                Label.openToAll().representation());
    }

    private static Act act(QuestionActKind kind, int month, int day) {
        return new Act(kind, LocalDate.of(2026, month, day), "so", null);
    }

    @Test
    void itAgesWhileItIsOpenAndIsOverdueFromTheDayAfterItsDueDay() {
        Question question = question();
        assertThat(question.age(null, RAISED)).isEqualTo(new Age(false, 0, 0));
        assertThat(question.age(null, DUE)).isEqualTo(new Age(false, 19, 0));
        assertThat(question.age(null, DUE.plusDays(1))).isEqualTo(new Age(false, 20, 1));
        // An exercise may plan ahead.
        assertThat(question.age(null, RAISED.minusDays(5))).isEqualTo(new Age(false, 0, 0));
    }

    @Test
    void theDaysOnWhichItWasSettledAreNoDaysOpen() {
        Question question = question();
        question.resolve(act(QuestionActKind.RESOLVED, 2, 11));
        assertThat(question.age(null, LocalDate.of(2026, 6, 1))).isEqualTo(new Age(true, 10, 0));
        question.reopen(act(QuestionActKind.REOPENED, 2, 21));
        assertThat(question.age(null, LocalDate.of(2026, 3, 1))).isEqualTo(new Age(false, 18, 9));
        question.resolve(act(QuestionActKind.RESOLVED, 3, 2));
        assertThat(question.age(null, LocalDate.of(2026, 6, 1))).isEqualTo(new Age(true, 19, 10));
        // As of a day what came later had not happened.
        assertThat(question.age(LocalDate.of(2026, 2, 15), LocalDate.of(2026, 2, 15))).isEqualTo(new Age(true, 10, 0));
        assertThat(question.age(LocalDate.of(2026, 2, 25), LocalDate.of(2026, 2, 25))).isEqualTo(new Age(false, 14, 5));
        assertThat(question.actsUntil(LocalDate.of(2026, 2, 25))).hasSize(2);
    }

    @Test
    void itMovesToAndFroAndTheSameActAgainMovesNothing() {
        Question question = question();
        assertThatThrownBy(() -> question.reopen(act(QuestionActKind.REOPENED, 2, 2))).isInstanceOf(Problem.class)
                .hasMessageContaining("open allows no reopening");
        assertThat(question.resolve(act(QuestionActKind.RESOLVED, 2, 2))).isTrue();
        assertThat(question.resolve(act(QuestionActKind.RESOLVED, 2, 2))).isFalse();
        assertThatThrownBy(() -> question.resolve(act(QuestionActKind.RESOLVED, 2, 3))).isInstanceOf(Problem.class)
                .hasMessageContaining("resolved allows no resolution");
        for (int i = 1; i < Question.MAX_ACTS; i += 2) {
            question.reopen(act(QuestionActKind.REOPENED, 3, i));
            if (i + 1 < Question.MAX_ACTS) {
                question.resolve(act(QuestionActKind.RESOLVED, 3, i + 1));
            }
        }
        assertThat(question.acts()).hasSize(Question.MAX_ACTS);
        assertThatThrownBy(() -> question.resolve(act(QuestionActKind.RESOLVED, 4, 1))).isInstanceOf(Problem.class)
                .hasMessageContaining("10 times");
    }

    @Test
    void whatIsSettledWhenItIsRaisedStays() {
        Question question = question();
        QuestionDescription other = new QuestionDescription("XAB", PriorityCode.ARMED_FORCES_SUPPORT, "Who?", RAISED.plusDays(1),
                RAISED.minusDays(1), null, null);
        assertThatThrownBy(() -> other.checkOf(question)).isInstanceOfSatisfying(InvalidRequest.class,
                refused -> assertThat(refused.violations()).extracting(Problem.Violation::field)
                        .containsExactlyInAnyOrder("party", "priority", "raisedOn", "dueOn", "label"));
        assertThat(question.amend(description(null, DUE), 1)).isEmpty();
        assertThat(question.amend(description(null, DUE.plusDays(1)), 2)).isEqualTo(List.of("dueOn", "label"));
    }
}
