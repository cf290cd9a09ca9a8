package org.surety.gateway.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.vertx.core.json.JsonObject;

class ProblemTypeTest {

    private static final Path ROOT = Path.of(System.getProperty("surety.root", ".."));

    @ParameterizedTest
    @EnumSource
    void everyTypeHasAPage(ProblemType type) throws IOException {
        Path page = ROOT.resolve("docs/problems/" + type.type() + ".md");
        assertTrue(Files.isRegularFile(page), page + " is missing");
        String text = Files.readString(page);
        assertTrue(text.startsWith("# " + type.type()), page + " must begin with its type");
        assertTrue(text.contains(Integer.toString(type.status())), page + " must name the status " + type.status());
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeHasATest(ProblemType type) throws IOException {
        List<Path> tests;
        try (Stream<Path> files = Files.walk(ROOT.resolve("gateway/src/test/java"))) {
            tests = files.filter(file -> file.toString().endsWith("Test.java") && !file.endsWith("ProblemTypeTest.java"))
                    .collect(Collectors.toList());
        }
        boolean mentioned = false;
        for (Path test : tests) {
            mentioned |= Files.readString(test).contains("ProblemType." + type.name());
        }
        assertTrue(mentioned, "No test asks for ProblemType." + type.name());
    }

    @ParameterizedTest
    @EnumSource
    void bodyHasTheAgreedShape(ProblemType type) {
        JsonObject body = Problem.of(type, "Why.", "delegation-service").body("0af7651916cd43dd8448eb211c80319c").toJsonObject();
        assertEquals(new JsonObject()
                .put("type", "https://surety.example/problems/" + type.type())
                .put("title", type.title())
                .put("status", type.status())
                .put("detail", "Why.")
                .put("upstream", "delegation-service")
                .put("traceId", "0af7651916cd43dd8448eb211c80319c"), body);
    }
}
