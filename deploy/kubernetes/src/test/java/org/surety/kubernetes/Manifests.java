package org.surety.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;

/** All resources that are applied together: the folders of the base, or what kustomize made of an overlay. */
record Manifests(List<HasMetadata> resources) {

    /** The base and its migration, read from their folders; the generated ConfigMaps are made from their env files. */
    static Manifests ofBase() {
        List<HasMetadata> resources = new ArrayList<>();
        for (Path file : yamlFiles(Path.of("base"), Path.of("migration"))) {
            resources.addAll(StrictReader.read(file));
        }
        resources.addAll(generatedConfigMaps(Path.of("base/configuration")));
        resources.addAll(generatedConfigMaps(Path.of("migration")));
        return new Manifests(List.copyOf(resources));
    }

    /** What a real kustomize wrote. */
    static Manifests ofRendered(Path file) {
        return new Manifests(StrictReader.read(file));
    }

    /** All manifests below the folders, without the instructions to kustomize itself, in the order of their paths. */
    static List<Path> yamlFiles(Path... folders) {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> found = Files.walk(folder)) {
                found.filter(file -> file.toString().endsWith(".yaml"))
                        .filter(file -> !file.endsWith("kustomization.yaml"))
                        .sorted()
                        .forEach(files::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    private static List<ConfigMap> generatedConfigMaps(Path folder) {
        JsonNode instructions = StrictReader.trees(StrictReader.text(folder.resolve("kustomization.yaml"))).get(0);
        List<ConfigMap> generated = new ArrayList<>();
        for (JsonNode generator : instructions.path("configMapGenerator")) {
            Map<String, String> data = new LinkedHashMap<>();
            for (JsonNode env : generator.path("envs")) {
                data.putAll(envFile(folder.resolve(env.asText())));
            }
            generated.add(new ConfigMapBuilder()
                    .withNewMetadata().withName(generator.path("name").asText()).endMetadata()
                    .withData(data)
                    .build());
        }
        return generated;
    }

    /** Lines {@code NAME=value}; empty lines and lines that begin with # say nothing. As kustomize reads them. */
    static Map<String, String> envFile(Path file) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : StrictReader.text(file).lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            if (equals < 1 || values.put(line.substring(0, equals), line.substring(equals + 1)) != null) {
                throw new StrictReader.NotAManifest(file + ": no name, or a name for the second time: " + line, null);
            }
        }
        return values;
    }

    <T extends HasMetadata> List<T> all(Class<T> kind) {
        return resources.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <T extends HasMetadata> Optional<T> find(Class<T> kind, String name) {
        return all(kind).stream().filter(found -> found.getMetadata().getName().equals(name)).findFirst();
    }

    List<Workload> workloads() {
        return resources.stream().map(Workload::of).flatMap(Optional::stream).toList();
    }

    Workload workload(String name) {
        return workloads().stream().filter(workload -> workload.name().equals(name)).findFirst().orElseThrow();
    }
}
