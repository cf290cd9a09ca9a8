package org.surety.priorities;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.QuarkusTest;

/** What is written into a text of a request stays in the log for good: the document of the API says so at each such field. */
@QuarkusTest
@RealParts
class FreeTextWarningTest {

    private static final Set<String> NO_FREE_TEXT = Set.of("party", "host", "unit", "language");

    @Test
    void everyFreeTextOfARequestSaysThatNamesDoNotBelongThere() throws IOException {
        JsonNode api = new ObjectMapper().readTree(As.nobody().get("/openapi?format=json").asString());
        Set<String> requests = new TreeSet<>();
        api.get("paths").forEach(path -> path.forEach(operation -> operation.path("requestBody").findValuesAsText("$ref")
                .forEach(reference -> requests.add(reference.substring(reference.lastIndexOf('/') + 1)))));
        assertThat(requests).contains("RequirementDescription", "PriorityDescription", "PositionStatement");
        List<String> silent = new ArrayList<>();
        for (String request : requests) {
            api.at("/components/schemas/" + request + "/properties").fields().forEachRemaining(field -> {
                if (!NO_FREE_TEXT.contains(field.getKey()) && isFreeText(field.getValue())
                        && !field.getValue().path("description").asText().contains("name of a person")) {
                    silent.add(request + "." + field.getKey());
                }
            });
        }
        assertThat(silent).isEmpty();
    }

    private static boolean isFreeText(JsonNode schema) {
        return schema.path("type").toString().contains("string") && !schema.has("format") && !schema.has("enum")
                && !schema.has("$ref");
    }
}
