package org.surety.commitments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.surety.commitments.Rest.as;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.surety.contracts.Kind;

import io.quarkus.test.junit.QuarkusTest;

/** Real commands make the shapes that the golden samples promise. */
@QuarkusTest
@RealParts
class EventSamplesTest {

    @Inject
    Known known;

    @Inject
    Rows rows;

    @Test
    void commitmentChangesHaveTheShapeOfTheirSamples() {
        known.parties("XAA");
        UUID one = known.requirement("soldiers", Kind.FORCE_CONTRIBUTION);
        UUID two = known.requirement("soldiers", Kind.FORCE_CONTRIBUTION);
        String said = """
                "kind": "FORCE_CONTRIBUTION", "title": "A brigade", "text": "t", "priority": "MULTINATIONAL_FORCE",
                "contributions": [{"requirement": "%s", "quantity": 3500}, {"requirement": "%s", "undisclosed": "NOT_DECIDED"}],
                "quantity": {"quantity": 4000, "unit": "soldiers"}, "money": {"amount": "1250000.00", "currency": "PLN"},
                "euroValue": {"undisclosed": "UNKNOWN"}, "period": {"from": "2026-03-01", "until": "2028-02-29"},
                "place": "Exercise state Juniper", "domain": "LAND", "announcedOn": "2026-03-11", "sources": [{"text": "s"}],
                "group": "brigade", "label": {"release": "PUBLIC"}}""".formatted(one, two);
        String id = as("xaa.editor").body("{\"party\": \"XAA\", \"basis\": \"GUARANTEE\", " + said).post("/api/v1/commitments")
                .then()
                .statusCode(201).extract().path("id");
        String path = "/api/v1/commitments/" + id;
        as("xaa.editor", 1).body("{}").post(path + "/filings").then().statusCode(200);
        as("xaa.editor", 2).body("{" + said.replace("A brigade", "Two")).put(path).then().statusCode(200);
        as("xaa.editor", 3).body("{\"decidedOn\": \"2026-03-18\", \"effectiveOn\": \"2026-04-01\", \"source\": \"o\"}")
                .post(path + "/decisions")
                .then().statusCode(200);
        as("xaa.editor", 4).body("{\"reason\": \"r\"}").post(path + "/withdrawals").then().statusCode(200);

        List<String> types = List.of("commitment.filed", "commitment.amended", "commitment.decided", "commitment.withdrawn");
        assertThat(rows.of("select type from change where subject = ? and not withheld order by id", id))
                .isEqualTo(types.stream().map(type -> "org.surety." + type + ".v1").toList());
        List<String> states = rows.of("select state::text from change where subject = ? and not withheld order by id", id);
        for (int i = 0; i < types.size(); i++) {
            assertThat(Sample.shape(Sample.json(states.get(i)))).as(types.get(i))
                    .isEqualTo(Sample.shape(Sample.of(types.get(i)).get("data")));
        }
    }
}
