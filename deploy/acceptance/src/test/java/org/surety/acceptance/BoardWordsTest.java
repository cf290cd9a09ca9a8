package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What the board says in French in the place of the register's English: of every kind of problem, and of nothing that no service says. */
class BoardWordsTest {
    private static final Path ROOT = Path.of(System.getProperty("surety.root"));
    private static final Path BOARD = ROOT.resolve("gateway/src/main/resources/web/app");
    private static final List<String> MODULES = List.of("service-kit", "delegation-service", "priorities-service",
            "commitments-service");
    private static final Pattern ENTRY = Pattern.compile("^  '([^']+)': '(.+)',?$", Pattern.MULTILINE);
    private static final Pattern FILLED_IN = Pattern.compile("\\{(\\w+)}");

    @Test
    void everyTypeOfProblemHasAFrenchTitle() throws IOException {
        Map<String, String> titles = entries("problems.ts");
        try (Stream<Path> pages = Files.list(ROOT.resolve("docs/problems"))) {
            assertEquals(pages.map(page -> page.getFileName().toString()).filter(name -> !name.equals("README.md"))
                    .map(name -> name.replaceAll("\\.md$", "")).collect(Collectors.toCollection(TreeSet::new)),
                    new TreeSet<>(titles.keySet()));
        }
        assertEquals(titles.size(), Set.copyOf(titles.values()).size(), "each by its own name");
    }

    @Test
    void everySentenceInFrenchIsOneThatAServiceSays() throws IOException {
        String said = said();
        Map<String, String> sentences = entries("work/said.ts");
        assertTrue(sentences.size() > 60, () -> sentences.size() + " sentences");
        assertEquals(List.of(), sentences.keySet().stream().filter(english -> !isIn(said, english)).toList());
    }

    @Test
    void frenchFillsInOnlyWhatTheEnglishNames() throws IOException {
        Function<String, Set<String>> names = text -> FILLED_IN.matcher(text).results().map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertEquals(List.of(), entries("work/said.ts").entrySet().stream()
                .filter(entry -> !names.apply(entry.getKey()).containsAll(names.apply(entry.getValue()))).toList());
    }

    /** Where something is filled in, the code puts one text after the other. */
    private static boolean isIn(String said, String english) {
        return Stream.of(FILLED_IN.split(english)).allMatch(part -> english.equals(part)
                ? said.contains('"' + part + '"')
                : said.contains(part));
    }

    private static Map<String, String> entries(String file) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        Matcher found = ENTRY.matcher(Files.readString(BOARD.resolve(file)));
        while (found.find()) {
            assertNull(entries.put(found.group(1), found.group(2)), "twice: " + found.group(1));
        }
        return entries;
    }

    /** The code of the services with what stands on several lines as one text. */
    private static String said() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
                    all.append(Files.readString(file));
                }
            }
        }
        return all.toString().replaceAll("\"\\s*\\+\\s*\"", "");
    }
}
