package org.surety.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import com.fasterxml.jackson.databind.JsonNode;

/** The instructions to kustomize: nothing forgotten, nothing missing, the overlay's own manifests strictly read. */
class KustomizationsTest {

    private static final List<Path> FOLDERS = List.of(Path.of("base"), Path.of("migration"), Path.of("overlays"));

    /** What these files may say; a misspelt instruction is an error of kustomize, and here already. */
    private static final Set<String> INSTRUCTIONS = Set.of("apiVersion", "kind", "namespace", "nameSuffix", "resources",
            "components", "configMapGenerator", "generatorOptions", "images", "labels", "replicas", "patches");

    private static final Pattern HOST = Pattern.compile("https?://([A-Za-z0-9.-]+)");

    @TestFactory
    Stream<DynamicTest> everyInstructionIsKnownAndEveryFileThere() {
        return kustomizations().map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
            JsonNode instructions = StrictReader.trees(StrictReader.text(file)).get(0);
            instructions.fieldNames().forEachRemaining(
                    name -> assertTrue(INSTRUCTIONS.contains(name), name));
            for (Path named : namedBy(file)) {
                assertTrue(Files.exists(named), named.toString());
                assertTrue(!Files.isDirectory(named) || Files.exists(named.resolve("kustomization.yaml")),
                        named + " has no kustomization.yaml");
            }
        }));
    }

    @Test
    void everyManifestIsNamedByAKustomization() {
        Set<Path> named = new TreeSet<>();
        kustomizations().forEach(file -> named.addAll(namedBy(file)));
        for (Path manifest : Manifests.yamlFiles(FOLDERS.toArray(Path[]::new))) {
            assertTrue(named.contains(manifest.normalize()), manifest + " is applied by nobody");
        }
    }

    @Test
    void overlayManifestsAndPatchesAreStrict() {
        List<Path> files = Manifests.yamlFiles(Path.of("overlays"));
        assertFalse(files.isEmpty());
        files.forEach(file -> assertFalse(StrictReader.read(file).isEmpty(), file.toString()));
    }

    @Test
    void overlayReplacesOnlyValuesThatTheBaseHas() {
        JsonNode settings = StrictReader.trees(
                StrictReader.text(Path.of("overlays/example/settings/kustomization.yaml"))).get(0);
        for (JsonNode generator : settings.path("configMapGenerator")) {
            assertEquals("merge", generator.path("behavior").asText());
            Set<String> known = Manifests.envFile(Path.of("base/configuration", generator.path("name").asText() + ".env"))
                    .keySet();
            generator.path("literals").forEach(
                    literal -> assertTrue(known.contains(literal.asText().split("=", 2)[0]), literal.asText()));
        }
        Set<String> images = new TreeSet<>();
        settings.path("images").forEach(image -> {
            images.add(image.path("name").asText());
            assertTrue(PodRule.isPinned(image.path("name").asText() + ":" + image.path("newTag").asText()));
            assertFalse(image.has("newName"), "The registry is the environment's business");
        });
        Set<String> used = new TreeSet<>();
        Manifests.ofBase().workloads()
                .forEach(workload -> used.add(workload.container().getImage().replaceFirst(":.*", "")));
        assertEquals(used, images);
    }

    /** Every host name that is not inside the cluster is one that can belong to nobody (RFC 2606). */
    @Test
    void onlyReservedHostNamesAreWrittenDown() {
        List<Path> files = new ArrayList<>(Manifests.yamlFiles(Path.of("base"), Path.of("migration"),
                Path.of("overlays"), Path.of("examples")));
        RuntimeConfiguration.SERVICES.forEach(service -> files.add(Path.of("base/configuration", service + ".env")));
        files.add(Path.of("base/configuration/suite.env"));
        for (Path file : files) {
            HOST.matcher(StrictReader.text(file)).results().map(found -> found.group(1))
                    .filter(host -> host.contains("."))
                    .forEach(host -> assertTrue(host.endsWith(".example"), file + ": " + host));
        }
    }

    private static Stream<Path> kustomizations() {
        List<Path> found = new ArrayList<>();
        for (Path folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.endsWith("kustomization.yaml")).sorted().forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found.stream();
    }

    private static List<Path> namedBy(Path kustomization) {
        JsonNode instructions = StrictReader.trees(StrictReader.text(kustomization)).get(0);
        List<Path> named = new ArrayList<>();
        for (String list : List.of("resources", "components")) {
            instructions.path(list).forEach(name -> named.add(kustomization.resolveSibling(name.asText()).normalize()));
        }
        instructions.path("patches")
                .forEach(patch -> named.add(kustomization.resolveSibling(patch.path("path").asText()).normalize()));
        instructions.path("configMapGenerator").forEach(generator -> generator.path("envs")
                .forEach(env -> named.add(kustomization.resolveSibling(env.asText()).normalize())));
        return named;
    }
}
