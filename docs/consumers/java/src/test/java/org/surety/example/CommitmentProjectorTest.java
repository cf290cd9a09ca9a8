package org.surety.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.kit.follow.ReceivedChange;
import org.surety.kit.label.Label;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;
import org.surety.local.ServiceTestParts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Golden samples in, projection out. */
@QuarkusTest
@WithTestResource(value = ServiceTestParts.class, initArgs = @ResourceArg(name = "database", value = "example"))
class CommitmentProjectorTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REMEMBERED = "select concat_ws(' ', c.party, c.version, c.state, a.key) from commitment_reference c "
            + "join audience a on a.id = c.audience_id order by 1";

    private static final String FILED = "select party || ' ' || commitments from filed_commitments order by party";

    @Inject
    CommitmentProjector projector;

    @Inject
    Database database;

    @BeforeEach
    void empty() {
        SystemViewer.transaction(() -> database.run(connection -> Database.update(connection, "delete from commitment_reference")));
    }

    @Test
    void onceTwiceShuffledOrWithAHoleTheEndIsTheSame() throws IOException {
        List<ReceivedChange> story = story();
        apply(story);
        List<String> end = remembered();
        assertThat(end).hasSize(2).anyMatch(row -> row.contains(" WITHDRAWN ")).anyMatch(row -> row.startsWith("EST 1 FILED "));
        apply(story);
        assertThat(remembered()).as("twice").isEqualTo(end);
        for (int seed = 0; seed < 5; seed++) {
            empty();
            List<ReceivedChange> shuffled = new ArrayList<>(story);
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.forEach(change -> apply(List.of(change)));
            assertThat(remembered()).as("shuffled by %d", seed).isEqualTo(end);
        }
        empty();
        apply(story.subList(2, story.size()));
        assertThat(remembered()).as("with a hole").isEqualTo(end);
    }

    @Test
    void onlyFiledCommitmentsCount() throws IOException {
        apply(story().subList(0, 4));
        assertThat(filed()).containsExactly("EST 1", "XAA 1");
        apply(story());
        assertThat(filed()).containsExactly("EST 1");
    }

    @Test
    void whoMayNotSeeACommitmentDoesNotSeeItCounted() throws IOException {
        apply(story());
        List<String> seen = database.call(connection -> Database.list(connection, FILED, row -> row.getString(1)));
        assertThat(seen).isEmpty();
    }

    private static List<ReceivedChange> story() throws IOException {
        List<ReceivedChange> story = new ArrayList<>();
        for (String act : List.of("filed", "amended", "decided", "imported", "withdrawn")) {
            try (InputStream sample = CommitmentProjectorTest.class
                    .getResourceAsStream("/samples/commitment." + act + ".v1.json")) {
                JsonNode event = JSON.readTree(sample);
                story.add(new ReceivedChange(UUID.fromString(event.get("id").asText()), event.get("type").asText(),
                        event.get("subject").asText(), event.get("subjectversion").asLong(), event.get("sequence").asLong(),
                        UUID.fromString(event.get("logid").asText()), Instant.parse(event.get("recordedat").asText()),
                        Label.parse(event.get("label").asText()), event.get("data")));
            }
        }
        return story;
    }

    private void apply(List<ReceivedChange> changes) {
        SystemViewer.transaction(() -> projector.apply(changes));
    }

    private List<String> remembered() {
        return list(REMEMBERED);
    }

    private List<String> filed() {
        return list(FILED);
    }

    private List<String> list(String sql) {
        return SystemViewer.transaction(
                () -> database.call(connection -> Database.list(connection, sql, row -> row.getString(1))));
    }
}
