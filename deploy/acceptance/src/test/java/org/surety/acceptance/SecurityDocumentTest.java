package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What docs/SECURITY.md says is shown by tests that there are. */
class SecurityDocumentTest {
    private static final Path ROOT = Path.of(System.getProperty("surety.root"));
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT|Properties))(?:#(\\w+))?`");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| \\d+\\.\\d+\\.\\d+.*$");

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        List<MatchResult> named = TEST.matcher(page()).results().toList();
        assertTrue(named.size() > 50, "the page names " + named.size());
        List<String> missing = new ArrayList<>();
        List<Path> sources = sources();
        for (MatchResult test : named) {
            List<Path> classes = sources.stream().filter(file -> file.endsWith(test.group(1) + ".java")).toList();
            boolean there = test.group(2) == null
                    ? !classes.isEmpty()
                    : classes.stream().anyMatch(file -> has(file, test.group(2)));
            if (!there) {
                missing.add(test.group());
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void everyRequirementOfTheTableNamesATest() throws IOException {
        List<String> rows = ROW.matcher(page()).results().map(MatchResult::group).toList();
        assertTrue(rows.size() > 30, rows.size() + " rows");
        assertEquals(List.of(),
                rows.stream().filter(row -> TEST.matcher(row).results().noneMatch(test -> test.group(2) != null)).toList());
    }

    private static boolean has(Path file, String method) {
        try {
            return Pattern
                    .compile("@(Test|ParameterizedTest|Property|RepeatedTest)[^;{}]*(\\{[^}]*}[^;{}]*)?void " + method + "\\(")
                    .matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs").resolve("SECURITY.md"));
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : List.of("token-kit", "service-kit", "release-kit", "delegation-service", "priorities-service",
                "commitments-service", "gateway",
                "deploy/local", "deploy/kubernetes", "deploy/acceptance")) {
            Path tests = ROOT.resolve(module).resolve("src/test/java");
            if (Files.isDirectory(tests)) {
                try (Stream<Path> files = Files.walk(tests)) {
                    sources.addAll(files.filter(Files::isRegularFile).toList());
                }
            }
        }
        return sources;
    }
}
