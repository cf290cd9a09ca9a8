package org.surety.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What the kit promises its readers: it knows no business, and it is read in an hour. */
class HouseRulesTest {

    private static final Pattern BUSINESS = Pattern
            .compile("(?i)commitment|delegation|requirement|coverage|priorit(y|ies)_?service|gathering|guarantee");

    /** What is read: without blank lines, comments, imports and lines that only close what was opened. */
    private static final int MAX_LINES_OF_CODE = 2_500;

    private static final Pattern CLOSING = Pattern.compile("[})\\];,]+");

    private static final Path KIT = Path.of("src/main/java");

    /** What leaves a service is plumbing as well, in a module of its own. */
    private static final Path RELEASE = Path.of("../release-kit/src/main/java");

    private static final Path TOKEN = Path.of("../token-kit/src/main/java");

    @Test
    void noBusinessWordIsInTheKit() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : Stream.of(sources(KIT), sources(RELEASE), sources(TOKEN)).flatMap(List::stream).toList()) {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (BUSINESS.matcher(lines.get(i)).find()) {
                    found.add(file.getFileName() + ":" + (i + 1) + " " + lines.get(i).strip());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void theKitIsSmall() throws IOException {
        int code = 0;
        for (Path file : sources(KIT)) {
            code += (int) Files.readAllLines(file).stream().map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("import ") && !line.startsWith("package ")
                            && !CLOSING.matcher(line).matches() && !line.startsWith("*")
                            && !line.startsWith("/*")
                            && !line.startsWith("//"))
                    .count();
        }
        assertThat(code).isBetween(1_000, MAX_LINES_OF_CODE);
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
