package org.surety.priorities.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;
import org.surety.priorities.As;
import org.surety.priorities.DatabaseOfTest;
import org.surety.priorities.Known;
import org.surety.priorities.RealParts;
import org.surety.priorities.commitment.SampleCommitment;
import org.surety.priorities.coverage.CoverageCheck.Mismatches;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@RealParts
class CoverageCheckTest {

    @Inject
    CoverageCheck check;

    @Inject
    Database database;

    @Inject
    DatabaseOfTest outside;

    @Inject
    Known known;

    private final SampleCommitment first = SampleCommitment.of("XAA").contributing(UUID.randomUUID(), "3");

    @BeforeEach
    void twoCommitments() {
        outside.clear();
        known.commitments(first, SampleCommitment.of("XAB"));
    }

    @Test
    void findsWhatIsKeptWrong() {
        assertThat(check.mismatches()).isEqualTo(new Mismatches(2, 0, List.of(), 0));
        wrong("update coverage_part set quantity = 4 where quantity = 3");
        Mismatches found = check.mismatches();
        assertThat(found.wrong()).isEqualTo(1);
        assertThat(found.first()).containsExactly(first.id());
        assertThat(found.sums()).isPositive();
        wrong("delete from coverage_part where quantity = 4");
        assertThat(check.mismatches().first()).as("what is missing").containsExactly(first.id());
    }

    private void wrong(String sql) {
        SystemViewer.transaction(() -> database.run(connection -> Database.update(connection, sql)));
    }

    @Test
    void answersOperatorsAlone() {
        int management = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
        As.user("operator").port(management).get("/coverage/mismatches").then().statusCode(200).body("commitments", equalTo(2))
                .body("wrong", equalTo(0));
        As.coordinator().port(management).get("/coverage/mismatches").then().statusCode(403);
        As.nobody().port(management).get("/coverage/mismatches").then().statusCode(401);
    }
}
