package org.surety.gateway.door;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossOriginTest {

    @ParameterizedTest
    @ValueSource(strings = { "*", "null", "https://*.ministry.example", "https://", "ministry.example", "https://ministry.example/",
            "https://Ministry.example", "https://ministry.example:", "https://ministry.example:0", "https://a@ministry.example",
            "file://a",
            "https://ministry.example https://other.example"})
    void whatIsNoExactOriginStopsTheStart(String origin) {
        assertThrows(IllegalArgumentException.class,
                () -> new CrossOrigin(List.of("https://ministry.example", origin), List.of(), null));
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://ministry.example", "https://board.ministry.example:8443", "http://127.0.0.1:8000"})
    void originsAreWrittenAsABrowserWritesThem(String origin) {
        assertDoesNotThrow(() -> new CrossOrigin(List.of(origin), List.of(), null));
    }
}
