package org.surety.priorities.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.surety.priorities.requirement.SampleRequirement.observers;
import static org.surety.priorities.requirement.SampleRequirement.soldiers;
import static org.surety.priorities.requirement.SampleRequirement.stated;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.priorities.As;
import org.surety.priorities.DatabaseOfTest;
import org.surety.priorities.Known;
import org.surety.priorities.RealParts;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** What is computed is recorded by the records that it names, in whatever form it is given. */
@QuarkusTest
@RealParts
class ReadAuditTest {

    private static final String READS = "/api/v1/reads/priorities";

    /** The id of a requirement in the JSON of coverage, in whatever order it has them. */
    private static final Pattern REQUIREMENT = Pattern.compile("\"requirement\":\"([0-9a-f-]{36})\"");

    @Inject
    DatabaseOfTest database;

    @Inject
    Known known;

    private UUID observers;
    private UUID soldiers;

    @BeforeEach
    void twoRequirements() {
        database.clear();
        known.members("XAA");
        observers = stated(observers());
        soldiers = stated(soldiers());
    }

    @Test
    void coverageIsRecordedByItsRequirementsInEveryForm() {
        for (String path : List.of("/api/v1/coverage?series=EXERCISE&asOf=2026-05-01",
                "/api/v1/coverage/series?series=EXERCISE&months=2",
                "/api/v1/coverage/recorded-days?series=EXERCISE&days=1")) {
            String answer = As.user("xaa.reader").get(path).then().statusCode(200).extract().asString();
            List<String> requirements = REQUIREMENT.matcher(answer).results().map(found -> found.group(1)).toList();
            assertThat(requirements).containsExactlyInAnyOrder(observers.toString(), soldiers.toString());
            Map<String, Object> json = newest("/api/v1/coverage");
            As.user("xaa.reader").accept("text/csv").get(path).then().statusCode(200);
            Map<String, Object> csv = newest("/api/v1/coverage");
            assertThat(json).as(path).containsEntry("export", false).containsEntry("records", 2)
                    .containsEntry("digest", digest(requirements));
            assertThat(csv).as(path).containsEntry("export", true).containsEntry("records", 2).containsEntry("digest",
                    json.get("digest"));
        }
    }

    @Test
    void thatNothingHasChangedForItsReaderIsRecordedToo() {
        String path = "/api/v1/coverage?series=EXERCISE&asOf=2026-05-02";
        String tag = As.user("xaa.reader").get(path).then().statusCode(200).extract().header("ETag");
        As.user("xaa.reader").header("If-None-Match", tag).get(path).then().statusCode(304);
        assertThat(newest("/api/v1/coverage")).containsEntry("status", 304).containsEntry("records", 0);
    }

    @Test
    void listsAndSinglesAreRecordedByIdOrCode() {
        JsonPath all = As.user("xaa.reader").get("/api/v1/requirements?series=EXERCISE").then().statusCode(200).extract()
                .jsonPath();
        assertThat(newest("/api/v1/requirements")).containsEntry("records", 2).containsEntry("digest",
                digest(all.getList("items.id")));
        As.user("xaa.reader").get("/api/v1/priorities/MULTINATIONAL_FORCE").then().statusCode(200);
        assertThat(newest("/api/v1/priorities")).containsEntry("records", 1)
                .containsEntry("digest", digest(List.of("MULTINATIONAL_FORCE")));
    }

    /** It only reads, and it is not asked by GET. */
    @Test
    void whatStepsLeadToIsRecorded() {
        JsonPath evaluation = As.user("xaa.reader").body(Map.of("series", "EXERCISE", "steps",
                List.of(Map.of("step", "SITUATION", "situation", "CEASEFIRE_IN_FORCE", "from", "2026-03-01"))))
                .post("/api/v1/scenario-evaluations").then()
                .extract().jsonPath();
        assertThat(evaluation.getString("type")).as("%s", evaluation.prettify()).isNull();
        assertThat(newest("/api/v1/scenario-evaluations")).containsEntry("method", "POST").containsEntry("status", 200);
    }

    @Test
    void onlyTheAuditorIsTold() {
        for (String user : List.of("xaa.reader", "xaa.editor", "coordinator", "operator")) {
            As.user(user).get(READS).then().statusCode(403).body("type", equalTo("https://surety.example/problems/not-permitted"));
        }
        As.nobody().get(READS).then().statusCode(401);
        As.user("auditor").accept("text/csv").get(READS).then().statusCode(200);
        assertThat(newest(READS)).containsEntry("export", true).containsEntry("roles", List.of("auditor"));
    }

    private static Map<String, Object> newest(String path) {
        return As.user("auditor").queryParam("limit", 1).queryParam("path", path).get(READS).then().statusCode(200).extract()
                .jsonPath()
                .getMap("items[0]");
    }

    /** As anybody computes it: {@code printf '%s\n' ids | sha256sum}. */
    private static String digest(List<String> ids) {
        StringBuilder lines = new StringBuilder();
        ids.forEach(id -> lines.append(id).append('\n'));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(lines.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
