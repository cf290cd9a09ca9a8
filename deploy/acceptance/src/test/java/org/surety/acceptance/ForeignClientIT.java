package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.surety.acceptance.ExampleConsumer.Said;
import org.surety.local.Instance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A relying party that nobody on the project wrote, the certified {@code openid-client}, gets tokens of the suite's identity provider and is
 * understood by the gateway. Not run where there is no Node 20 or the library cannot be had.
 */
@ExtendWith(SuiteExtension.class)
class ForeignClientIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLIENT = "foreign-client";
    private static final String REDIRECT = "http://127.0.0.1:9/callback";
    private static final String PROGRAM = "ministry-xaa";

    @Test
    void certifiedClientSignsInByCodeAndAsAProgram(RunningSuite suite) throws IOException {
        Instance instance = suite.instance();
        Path folder = installed(instance);
        Map<String, String> environment = new TreeMap<>();
        environment.put("ISSUER", instance.issuer());
        environment.put("GATEWAY", instance.gatewayUrl());
        environment.put("CLIENT", CLIENT);
        environment.put("CLIENT_SECRET", new KeycloakTokens(instance).addForeignClient(CLIENT, REDIRECT));
        environment.put("REDIRECT", REDIRECT);
        environment.put("USER", "xaa.editor");
        environment.put("PROGRAM", PROGRAM);
        environment.put("PROGRAM_SECRET", instance.clientSecret(PROGRAM));
        Said said = ExampleConsumer.run(folder, environment, List.of("node", "client.js"));
        assertEquals(0, said.status(), said.errors());

        ObjectNode expected = JSON.createObjectNode().put("issuerInCallback", instance.issuer()).put("otherState", true)
                .put("fiveMinutes", true).put("byCode", 200).put("byIdToken", 401).put("byRenewal", 200).put("byRefreshToken", 401)
                .put("codeTwice", true).put("withoutPkce", "invalid_request").put("byProgram", 200).put("wrongSecret", true);
        assertEquals(expected, JSON.readTree(said.out()));
    }

    private static Path installed(Instance instance) throws IOException {
        Path folder = Files.createDirectories(instance.folder().resolve("openid-client"));
        Path source = instance.root().resolve("deploy/acceptance/src/test/openid-client");
        for (String file : List.of("client.js", "package.json", "package-lock.json", ".npmrc")) {
            Files.copy(source.resolve(file), folder.resolve(file));
        }
        Said version = ExampleConsumer.run(folder, Map.of(),
                List.of("node", "-e", "process.exit(process.versions.node.split('.')[0] < 20 ? 1 : 0)"));
        assumeTrue(version.status() == 0, () -> "no Node 20 or newer on this machine: " + version.errors());
        Said install = ExampleConsumer.run(folder, Map.of(), List.of("npm", "ci", "--no-audit", "--no-fund", "--cache",
                instance.root().resolve(".local").resolve("npm").toString()));
        assumeTrue(install.status() == 0, () -> "npm cannot install openid-client: " + install.errors());
        return folder;
    }
}
