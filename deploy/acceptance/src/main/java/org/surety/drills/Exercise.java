package org.surety.drills;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.surety.drills.load.Client;
import org.surety.drills.load.Client.Answer;
import org.surety.drills.load.Load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The exercise as far as a drill needs it: its ten parties, a person of each who acts, and requirements to which they contribute. */
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

    /** A new person of each party of the load; the ids by party. */
    Map<String, String> persons() throws InterruptedException {
        Map<String, String> ids = new TreeMap<>();
        for (String party : Load.PARTIES) {
            ids.put(party, made(client.send("POST", "/api/v1/persons", party.toLowerCase() + ".editor",
                    "{\"party\":\"%s\",\"name\":\"Drill\",\"rank\":\"SENIOR_OFFICIAL\",\"label\":{\"release\":\"PUBLIC\"}}"
                            .formatted(party),
                    null, null)));
        }
        return ids;
    }

    private static String made(Answer answer) {
        if (!answer.isSuccess()) {
            throw new DrillFailure("a record that the drill needs was refused: " + answer);
        }
        return answer.location().substring(answer.location().lastIndexOf('/') + 1);
    }

    /** New requirements; their ids. */
    List<String> requirements(int count) throws InterruptedException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(made(client.send("POST", "/api/v1/requirements", COORDINATOR, Bodies.requirement("Drill " + i), null, null)));
        }
        return ids;
    }
}
