package org.surety.kit.follow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.contracts.Envelope;
import org.surety.kit.RealParts;
import org.surety.kit.label.Label;
import org.surety.kit.log.Changes;
import org.surety.kit.log.Database;
import org.surety.local.TestParts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/** The management port, asked over HTTP. Its log {@code elsewhere} has an owner that does not answer, so nothing moves by itself. */
@QuarkusTest
@RealParts
class OperatorDeskTest {

    private static final String OWNER = "elsewhere";
    private static final String PROBLEMS = "https://surety.example/problems/";

    @Inject
    Followers followers;

    @Inject
    Notes notes;

    @Inject
    Database database;

    private final UUID log = UUID.randomUUID();
    private final String subject = Notes.POISON + UUID.randomUUID();

    @BeforeEach
    void follow() {
        if (!followers.all().containsKey(OWNER)) {
            followers.follow(OWNER, notes);
        }
        notes.forget();
        notes.execute("delete from parked_change where owner = ?", OWNER);
        notes.execute("insert into watermark (owner) values (?) on conflict (owner) do update set log_id = null, sequence = 0, "
                + "change_id = null", OWNER);
        notes.refusing = true;
        apply(change(subject, 1, 1));
    }

    private void apply(ReceivedChange change) {
        new Application(OWNER, Generation.LIVE, notes, new ParkedChanges(OWNER, notes, database), database).apply(List.of(change));
    }

    private ReceivedChange change(String subject, long version, long sequence) {
        return new ReceivedChange(new UUID(7, sequence), Envelope.TYPE_PREFIX + "note.taken.v1", subject, version, sequence, log,
                Instant.EPOCH, Label.openToAll(), JsonNodeFactory.instance.objectNode());
    }

    private static RequestSpecification as(String user) {
        return given().port(ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class)).auth().none()
                .header("Authorization", "Bearer " + TestParts.token(user));
    }

    @Test
    void theOperatorSeesWhatIsFollowedAndWhatIsParked() {
        as("operator").get("/logs").then().statusCode(200).body("items.owner", hasItem(OWNER))
                .body("items.find { it.owner == '" + OWNER + "' }.parked", equalTo(1));
        as("operator").get("/logs/elsewhere/parked").then().statusCode(200).body("items", hasSize(1))
                .body("items[0].sequence", equalTo(1)).body("items[0].subject", equalTo(subject))
                .body("items[0].reason", equalTo("this change cannot be applied"));
        as("operator").get("/logs/elsewhere/parked?after=1").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void whoIsNoOperatorIsRefusedBeforeAnythingIsLookedUp() {
        int port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
        for (String path : List.of("/logs", "/logs/elsewhere/parked", "/logs/nobody/parked")) {
            given().port(port).get(path).then().statusCode(401).contentType("application/problem+json")
                    .body("type", equalTo(PROBLEMS + "unauthenticated"));
            given().port(port).header("Authorization", "Bearer no.such.token").get(path).then().statusCode(401);
            for (String user : List.of("coordinator", "auditor", "xaa.editor", "xaa.reader")) {
                as(user).get(path).then().statusCode(403).body("type", equalTo(PROBLEMS + "not-permitted"));
            }
        }
        for (String act : List.of("parked/1/replays", "parked/1/discards", "rebuilds")) {
            given().port(port).post("/logs/elsewhere/" + act).then().statusCode(401);
            as("coordinator").post("/logs/elsewhere/" + act).then().statusCode(403);
        }
        assertThat(notes.list("select subject from parked_change where owner = ?", OWNER)).containsExactly(subject);
    }

    @Test
    void aReplayAppliesTheChangeOnceItCanBeApplied() {
        as("operator").post("/logs/elsewhere/parked/1/replays").then().statusCode(409)
                .body("type", equalTo(PROBLEMS + "replay-failed")).body("detail", containsString("cannot be applied"));
        notes.refusing = false;
        as("operator").post("/logs/elsewhere/parked/1/replays").then().statusCode(204);
        assertThat(notes.remembered(subject)).containsExactly(subject + " 1");
        as("operator").post("/logs/elsewhere/parked/1/replays").then().statusCode(404).body("type",
                equalTo(PROBLEMS + "not-found"));
    }

    @Test
    void aReplayNeverOverwritesANewerVersion() {
        notes.refusing = false;
        apply(change(subject, 2, 2));
        as("operator").post("/logs/elsewhere/parked/1/replays").then().statusCode(204);
        assertThat(notes.remembered(subject)).containsExactly(subject + " 2");
        assertThat(notes.list("select subject from parked_change where owner = ?", OWNER)).isEmpty();
    }

    @Test
    void aDiscardForgetsTheChange() {
        as("operator").post("/logs/elsewhere/parked/1/discards").then().statusCode(204);
        assertThat(notes.list("select subject from parked_change where owner = ?", OWNER)).isEmpty();
        assertThat(notes.remembered(subject)).isEmpty();
        as("operator").post("/logs/elsewhere/parked/1/discards").then().statusCode(404);
    }

    @Test
    void aRebuildIsBegunAndSeen() {
        as("operator").post("/logs/elsewhere/rebuilds").then().statusCode(204);
        as("operator").post("/logs/elsewhere/rebuilds").then().statusCode(204);
        Changes.await(
                () -> as("operator").get("/logs").jsonPath().getBoolean("items.find { it.owner == '" + OWNER + "' }.rebuilding"),
                "the rebuild to be seen");
    }

    @Test
    void whatIsNoNumberOrNotFollowedIsNamed() {
        as("operator").post("/logs/elsewhere/parked/first/discards").then().statusCode(400).body("detail",
                containsString("sequence"));
        as("operator").get("/logs/elsewhere/parked?limit=501").then().statusCode(400).body("detail", containsString("limit"));
        as("operator").get("/logs/nobody/parked").then().statusCode(404);
    }
}
