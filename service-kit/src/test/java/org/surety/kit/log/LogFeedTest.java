package org.surety.kit.log;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.surety.kit.RealParts;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Changes.Row;
import org.surety.local.TestParts;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@RealParts
class LogFeedTest {

    @Inject
    Changes changes;

    @Inject
    LogReader reader;

    @Test
    void changesComeInOrderWithTheirNumbers() {
        String run = "feed-" + UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            changes.commit(run + "-" + i, 1, false);
        }
        Row first = changes.numbered(run + "%", 3).get(0);
        service().queryParam("after", first.sequence() - 1).queryParam("limit", 2).get("/api/v1/log").then().statusCode(200)
                .body("changes", hasSize(2)).body("changes[0].id", equalTo(first.changeId().toString()))
                .body("changes[0].sequence", equalTo(first.sequence().intValue())).body("changes[0].subject", equalTo(run + "-0"))
                .body("changes[0].specversion", equalTo("1.0")).body("changes[0].source", equalTo("/kit"))
                .body("changes[0].type", equalTo("org.surety.note.taken.v1")).body("changes[0].label", equalTo("PUBLIC"))
                .body("changes[0].data.version", equalTo(1)).body("logId", equalTo(reader.head().logId().toString()));
    }

    @Test
    void ofLargeChangesFewerComeAtOnce() {
        String run = "large-" + UUID.randomUUID() + "-";
        SystemViewer.transaction(() -> changes.appendLarge(run, 100));
        List<Row> rows = changes.numbered(run + "%", 100);
        long before = rows.get(0).sequence() - 1;
        int first = service().queryParam("after", before).get("/api/v1/log").then().statusCode(200)
                .body("changes[0].sequence", equalTo((int) before + 1)).extract().path("changes.size()");
        assertThat(first).isBetween(60, 70);
        service().queryParam("after", before + first).get("/api/v1/log").then().statusCode(200)
                .body("changes[0].sequence", equalTo((int) before + first + 1));
    }

    @Test
    void waitingEndsWithTheNextChange() throws Exception {
        changes.numbered("%", changes.of("%").size());
        long head = reader.head().lastSequence();
        String subject = "waited-for-" + UUID.randomUUID();
        Thread writer = new Thread(() -> changes.commit(subject, 1, false));
        long started = System.nanoTime();
        writer.start();
        service().queryParam("after", head).queryParam("wait", 15).get("/api/v1/log").then().statusCode(200)
                .body("changes[0].subject", equalTo(subject));
        assertThat(System.nanoTime() - started).isLessThan(10_000_000_000L);
        writer.join();
    }

    @Test
    void aPlaceThatIsNotInThisLogIsNamed() {
        changes.commit("place-" + UUID.randomUUID(), 1, false);
        Changes.await(() -> reader.head().lastSequence() > 0, "a number");
        String diverged = "https://surety.example/problems/log-diverged";
        service().queryParam("after", 1_000_000_000L).get("/api/v1/log").then().statusCode(409).body("type", equalTo(diverged));
        service().queryParam("after", 1).queryParam("logId", UUID.randomUUID()).get("/api/v1/log").then().statusCode(409);
        service().queryParam("after", 1).queryParam("logId", reader.head().logId()).queryParam("changeId", UUID.randomUUID())
                .get("/api/v1/log").then().statusCode(409);
        service().queryParam("after", 1).queryParam("logId", reader.head().logId()).queryParam("changeId", reader.changeAt(1))
                .get("/api/v1/log").then().statusCode(200);
    }

    @Test
    void theRawFeedIsForServicesAlone() {
        given().get("/api/v1/log").then().statusCode(401);
        for (String user : new String[]{ "coordinator", "auditor", "operator", "xaa.editor"}) {
            given().auth().oauth2(TestParts.token(user)).get("/api/v1/log").then().statusCode(403)
                    .body("type", equalTo("https://surety.example/problems/not-permitted"));
        }
        service().queryParam("limit", 1001).get("/api/v1/log").then().statusCode(400);
        service().queryParam("after", -1).get("/api/v1/log").then().statusCode(400);
    }

    private static RequestSpecification service() {
        return given().auth().oauth2(TestParts.clientToken("priorities-service"));
    }
}
