package org.surety.gateway.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferencesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {
            "text/html,*/*;q=0.8 | true", "*/*;q=0.8, TEXT/HTML | true", "text/html;charset=utf-8;q=0.1 | true",
            "text/html ; q=0.001 | true",
            "none | false", "'' | false", "*/* | false", "text/* | false", "application/json | false", "text/html;q=0 | false",
            "text/html; q=0.000 | false", "text/html;charset=utf-8;Q=0.0 | false", ", ;q=1 | false", ";;,;, | false",
            "xtext/html | false"})
    void clientAcceptsWhatItNamesAndDoesNotRefuse(String header, boolean accepted) {
        assertEquals(accepted, Preferences.in(header).accept("text/html"));
    }
}
