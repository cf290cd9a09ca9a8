package org.surety.delegations;

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

    /** Codes and ids, and what a person record is for. */
    private static final Set<String> NO_FREE_TEXT = Set.of("party", "host", "scope", "code", "PersonRecord.name",
            "PersonRecord.post",
            "PersonDescription.name", "PersonDescription.post");

    @Test
    void everyFreeTextOfARequestSaysThatNamesDoNotBelongThere() throws IOException {
        JsonNode api = new ObjectMapper().readTree(As.nobody().get("/openapi?format=json").asString());
        Set<String> requests = new TreeSet<>();
        api.get("paths").forEach(path -> path.forEach(operation -> operation.path("requestBody").findValuesAsText("$ref")
                .forEach(reference -> requests.add(reference.substring(reference.lastIndexOf('/') + 1)))));
        assertThat(requests).contains("DelegationFormation", "Restructuring", "Correction", "GatheringDescription");
        List<String> silent = new ArrayList<>();
        for (String request : requests) {
            api.at("/components/schemas/" + request + "/properties").fields().forEachRemaining(field -> {
                boolean known = NO_FREE_TEXT.contains(field.getKey()) || NO_FREE_TEXT.contains(request + "." + field.getKey());
                if (!known && isFreeText(field.getKey(), field.getValue())
                        && !field.getValue().path("description").asText().contains("name")) {
                    silent.add(request + "." + field.getKey());
                }
            });
        }
        assertThat(silent).isEmpty();
    }

    private static boolean isFreeText(String name, JsonNode schema) {
        boolean text = schema.path("type").toString().contains("string") && !schema.has("format") && !schema.has("enum")
                && !schema.has("$ref");
        return text || name.equals("sources");
    }
}
