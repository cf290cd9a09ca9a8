package org.surety.commitments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Indexer;
import org.junit.jupiter.api.Test;
import org.surety.kit.problem.ProblemType;

/** Every problem type of this service has its page in the catalogue and is expected by a test over HTTP. */
class ProblemCatalogueTest {

    private static final Path MODULE = Path.of("").toAbsolutePath();
    private static final Path ROOT = MODULE.getParent();

    private static List<ProblemType> types() throws IOException, ClassNotFoundException {
        List<ProblemType> types = new ArrayList<>();
        Indexer indexer = new Indexer();
        try (Stream<Path> classes = Files.walk(MODULE.resolve("target/classes"))) {
            for (Path file : classes.filter(file -> file.toString().endsWith(".class")).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    indexer.index(in);
                }
            }
        }
        for (ClassInfo found : indexer.complete().getKnownDirectImplementors(DotName.createSimple(ProblemType.class.getName()))) {
            for (Object constant : Class.forName(found.name().toString()).getEnumConstants()) {
                types.add((ProblemType) constant);
            }
        }
        return types;
    }

    @Test
    void everyTypeHasAPageAndATest() throws Exception {
        List<ProblemType> types = types();
        assertThat(types).isNotEmpty();
        String tests;
        try (Stream<Path> sources = Files.walk(MODULE.resolve("src/test/java"))) {
            StringBuilder text = new StringBuilder();
            for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                text.append(Files.readString(source));
            }
            tests = text.toString();
        }
        for (ProblemType type : types) {
            assertThat(ROOT.resolve("docs/problems/" + type.slug() + ".md")).as(type.slug()).content()
                    .startsWith("# " + type.slug())
                    .contains(type.title()).contains("Status " + type.status());
            assertThat(tests).as(type.slug()).containsAnyOf("PROBLEMS + \"" + type.slug() + "\"", "\"" + type.slug() + "\", ");
        }
    }
}
