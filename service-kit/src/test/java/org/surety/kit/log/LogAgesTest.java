package org.surety.kit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.surety.kit.RealParts;
import org.surety.kit.label.SystemViewer;

import io.quarkus.test.junit.QuarkusTest;

/** What is asked at each look at the metrics must not cost more with each change of the log. */
@QuarkusTest
@RealParts
class LogAgesTest {

    @Inject
    Database database;

    @ParameterizedTest
    @ValueSource(strings = { LogAges.UNSEQUENCED, LogAges.UNPUBLISHED})
    void theAgesAreFoundByAnIndex(String age) {
        List<String> plan = SystemViewer.transaction(() -> database.call(connection -> {
            // The table of a test is small enough to be read whole; what cannot use the index reads it all the same.
            Database.list(connection, "select set_config('enable_seqscan', 'off', true)", row -> row.getString(1));
            return Database.list(connection, "explain " + age, row -> row.getString(1));
        }));
        assertThat(plan).as(String.join("\n", plan)).anyMatch(line -> line.contains("Index") && line.contains(" on change"))
                .noneMatch(line -> line.contains("Seq Scan on change"));
    }
}
