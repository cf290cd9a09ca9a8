package org.surety.drills;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.surety.drills.load.Client;
import org.surety.drills.load.Client.Answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The exercise as far as a drill needs it: its ten parties, and requirements to which they contribute. */
final class Exercise {
    private static final String COORDINATOR = "coordinator";
    private final Client client;
    private final Path root;

    Exercise(Client client, Path root) {
        this.client = client;
        this.root = root;
    }

    void registerParties() throws IOException, InterruptedException {
        JsonNode parties = new ObjectMapper().readTree(root.resolve("deploy/local/data/parties-exercise.json").toFile());
        for (JsonNode party : parties.path("records")) {
            Answer answer = client.send("POST", "/api/v1/parties", COORDINATOR, party.path("body").toString(), null, null);
            // 409: an earlier start of the same data has registered it.
            if (!answer.isSuccess() && answer.status() != 409) {
                throw new DrillFailure("the party " + party.path("key").asText() + " was refused: " + answer);
            }
        }
    }

    /** New requirements; their ids. */
    List<String> requirements(int count) throws InterruptedException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Answer answer = client.send("POST", "/api/v1/requirements", COORDINATOR, Bodies.requirement("Drill " + i), null, null);
            if (!answer.isSuccess()) {
                throw new DrillFailure("a requirement was refused: " + answer);
            }
            ids.add(answer.location().substring(answer.location().lastIndexOf('/') + 1));
        }
        return ids;
    }
}
