package org.surety.priorities;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;

import io.quarkus.test.junit.QuarkusTest;

/** A plan that is kept for all that a query may be asked would fit none of it: the same query is about one commitment and about a million. */
@QuarkusTest
@RealParts
class QueryPlansTest {

    @Inject
    Database database;

    @Test
    void eachQueryIsPlannedForWhatItAsks() {
        String mode = SystemViewer.transaction(() -> database.call(connection -> Database.first(connection, "show plan_cache_mode",
                row -> row.getString(1))));
        assertThat(mode).isEqualTo("force_custom_plan");
    }
}
