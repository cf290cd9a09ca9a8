package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/**
 * The catalogue of problems and the types that the code declares are the same set, over all modules: each module looks after its own, and
 * only here is seen that a page has no type any more. That every problem answered has a page is checked on every answer: see {@link Api}.
 */
class ProblemCatalogueTest {
    private static final Path ROOT = Path.of(System.getProperty("surety.root"));
    /** A constant with a status and a title, as the enums of problem types write them, the gateway's with its slug before. */
    private static final Pattern CONSTANT = Pattern
            .compile("\\b([A-Z][A-Z_]+)\\s*\\((?:\\s*\"[a-z-]+\",)?\\s*[45][0-9][0-9]\\s*,\\s*\"");

    @Test
    void everyPageIsATypeAndEveryTypeHasAPage() throws IOException {
        assertEquals(declared(), pages());
    }

    @Test
    void everyPageSaysWhatToDoAboutIt() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("docs/problems"))) {
            for (Path page : files.filter(file -> isPage(file)).toList()) {
                assertTrue(Files.readString(page).length() > 100, page.toString());
            }
        }
    }

    private static Set<String> pages() throws IOException {
        Set<String> pages = new TreeSet<>();
        try (Stream<Path> files = Files.list(ROOT.resolve("docs/problems"))) {
            files.filter(ProblemCatalogueTest::isPage)
                    .forEach(file -> pages.add(file.getFileName().toString().replaceAll("\\.md$", "")));
        }
        return pages;
    }

    private static boolean isPage(Path file) {
        return file.toString().endsWith(".md") && !file.endsWith("README.md");
    }

    private static Set<String> declared() throws IOException {
        Set<String> types = new TreeSet<>();
        for (String module : Set.of("service-kit", "delegation-service", "priorities-service", "commitments-service", "gateway")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                for (Path file : files.filter(file -> file.getFileName().toString().matches(".*(Problem|ProblemType)\\.java"))
                        .toList()) {
                    Matcher constants = CONSTANT.matcher(Files.readString(file));
                    while (constants.find()) {
                        types.add(constants.group(1).toLowerCase(Locale.ROOT).replace('_', '-'));
                    }
                }
            }
        }
        return types;
    }
}
