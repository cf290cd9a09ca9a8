package org.surety.commitments.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HarmlessCellsTest {

    @ParameterizedTest
    @ValueSource(strings = { "=1+1", "+49 30", "-5", "@SUM(A1)", "\t=x", "\r=x", "'", "''", "'=x", "'tis", "''=x", "plain", "",
            "a=b"})
    void whatWasWrittenIsRead(String cell) {
        String written = HarmlessCells.protect(cell);
        assertThat(HarmlessCells.restore(written)).isEqualTo(cell);
        assertThat(written.isEmpty() ? ' ' : written.charAt(0)).isNotIn('=', '+', '-', '@', '\t', '\r');
    }
}
