package org.surety.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.surety.local.BrokerManagement.Rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The committed definitions of the broker: who may read the exchanges, which carry every change whatever its label. */
class DefinitionsTest {
    private final JsonNode definitions;

    DefinitionsTest() throws IOException {
        definitions = new ObjectMapper()
                .readTree(Files.readString(Path.of(System.getProperty("surety.root"), "deploy/rabbitmq/definitions.json")));
    }

    @Test
    void testsRunWithTheRightsOfTheSuite() {
        List<Rights> rights = new ArrayList<>();
        for (JsonNode permission : definitions.get("permissions")) {
            if (!permission.get("user").asText().equals(Instance.BROKER_ADMINISTRATOR)) {
                assertEquals(permission.get("configure"), permission.get("write"), permission.toString());
                rights.add(new Rights(permission.get("user").asText(), permission.get("write").asText(),
                        permission.get("read").asText()));
            }
        }
        assertEquals(BrokerManagement.RIGHTS, rights);
    }

    @Test
    void serviceReadsTheExchangesItFollowsAndItsOwnQueuesOnly() {
        assertFalse("surety.commitments".matches(read("delegation-service")));
        assertFalse("surety.priorities".matches(read("priorities-service")));
        assertTrue("surety.commitments".matches(read("priorities-service")));
        assertTrue("priorities-service.commitments".matches(read("priorities-service")));
        assertFalse("example.commitments".matches(read("priorities-service")));
        assertFalse("priorities-service.delegations".matches(read("commitments-service")));
    }

    private static String read(String user) {
        return BrokerManagement.RIGHTS.stream().filter(rights -> rights.user().equals(user)).findFirst().orElseThrow().read();
    }
}
