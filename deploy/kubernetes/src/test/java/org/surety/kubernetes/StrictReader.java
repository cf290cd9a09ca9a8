package org.surety.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;

/**
 * Reads manifests as strictly as an API server that validates fields: an unknown field, a value of another type (the
 * string "2" for a number, the number 5672 for a string), a key given twice and a kind that is not listed here all fail.
 * <p>
 * The Kubernetes model keeps unknown fields in maps of "additional properties", so failing on unknown properties alone
 * would never fail: those maps are switched off here.
 */
final class StrictReader {

    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.ofEntries(
            Map.entry("v1/Namespace", Namespace.class),
            Map.entry("v1/ServiceAccount", ServiceAccount.class),
            Map.entry("v1/ConfigMap", ConfigMap.class),
            Map.entry("v1/Secret", Secret.class),
            Map.entry("v1/Service", Service.class),
            Map.entry("apps/v1/Deployment", Deployment.class),
            Map.entry("batch/v1/Job", Job.class),
            Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
            Map.entry("networking.k8s.io/v1/Ingress", Ingress.class));

    private static final ObjectMapper YAML = strictMapper();

    private StrictReader() {
    }

    private static ObjectMapper strictMapper() {
        ObjectMapper mapper = YAMLMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .annotationIntrospector(new JacksonAnnotationIntrospector() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public Boolean hasAnySetter(Annotated annotated) {
                        return Boolean.FALSE;
                    }
                })
                .build();
        for (CoercionInputShape shape : List.of(CoercionInputShape.Integer, CoercionInputShape.Float,
                CoercionInputShape.Boolean)) {
            mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
        }
        return mapper;
    }

    /** The documents of a YAML text as trees, in order; empty documents (comments only) are left out. */
    static List<JsonNode> trees(String yaml) {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            List<JsonNode> trees = new ArrayList<>();
            while (documents.hasNextValue()) {
                JsonNode tree = documents.nextValue();
                if (tree != null && !tree.isNull() && !tree.isMissingNode()) {
                    trees.add(tree);
                }
            }
            return trees;
        } catch (IOException e) {
            throw new NotAManifest(e.getMessage(), e);
        }
    }

    /**
     * The resources of a YAML text.
     *
     * @throws NotAManifest naming the field, or the kind, that Kubernetes would not accept
     */
    static List<HasMetadata> read(String yaml) {
        return trees(yaml).stream().map(StrictReader::resource).toList();
    }

    /** The resources of a file; a refusal names it. */
    static List<HasMetadata> read(Path file) {
        try {
            return read(text(file));
        } catch (NotAManifest e) {
            throw new NotAManifest(file + ": " + e.getMessage(), e);
        }
    }

    /** The resource of one tree, see {@link #read(String)}. */
    static HasMetadata resource(JsonNode tree) {
        String kind = kindOf(tree);
        Class<? extends HasMetadata> type = KINDS.get(kind);
        if (type == null) {
            throw new NotAManifest("No core kind: " + kind, null);
        }
        try {
            return YAML.treeToValue(tree, type);
        } catch (IOException e) {
            throw new NotAManifest(kind + ": " + e.getMessage(), e);
        }
    }

    static boolean isCoreKind(JsonNode tree) {
        return KINDS.containsKey(kindOf(tree));
    }

    /** For example {@code apps/v1/Deployment}. */
    static String kindOf(JsonNode tree) {
        return tree.path("apiVersion").asText() + "/" + tree.path("kind").asText();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text that is no manifest; the message says where. */
    static final class NotAManifest extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotAManifest(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
