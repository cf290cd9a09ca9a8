package org.surety.priorities.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{(,)}", "{[2026-05-01,)}", "{(,2026-05-01)}", "{[2026-05-01,2026-06-01)}",
            "{(,2026-01-01),[2026-05-01,2026-06-01),[2027-01-01,)}"})
    void readsAndWritesAsTheDatabaseDoes(String text) {
        assertThat(Days.parse(text).text()).isEqualTo(text);
    }

    @Test
    void hasTheFirstDayAndTheLastOne() {
        Days days = Days.from(MAY).and(Days.until(JUNE));
        assertThat(days.text()).isEqualTo("{[2026-05-01,2026-06-02)}");
        assertThat(days.contains(MAY)).isTrue();
        assertThat(days.contains(JUNE)).isTrue();
        assertThat(days.contains(JUNE.plusDays(1))).isFalse();
        assertThat(days.contains(MAY.minusDays(1))).isFalse();
    }

    @Test
    void joinsWhatMeetsAndCutsWhatIsTakenOut() {
        Days both = Days.before(MAY).or(Days.from(MAY));
        assertThat(both).isEqualTo(Days.ALL);
        assertThat(Days.ALL.without(Days.from(MAY)).text()).isEqualTo("{(,2026-05-01)}");
        assertThat(Days.from(MAY).without(Days.from(MAY)).isEmpty()).isTrue();
        assertThat(Days.from(MAY).and(Days.before(MAY))).isEqualTo(Days.NONE);
        assertThat(Days.from(null)).isEqualTo(Days.ALL);
        assertThat(Days.until(null)).isEqualTo(Days.ALL);
    }
}
