package org.surety.gateway.openapi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * One OpenAPI 3.1 document made of the services' parts. A component that several services describe alike is taken once; where
 * they differ, each gets the service's name before it ({@code commitment.Money}), and so does everything that leads to it. All
 * operations share one security scheme: the bearer token.
 */
final class MergedDocument {

    private static final String SCHEME = "bearer";
    private static final String DESCRIPTION = "The register of a coalition's security guarantees. All paths need an access token.";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final List<ServiceDocument> parts;
    private final Set<String> ambiguous;
    private final Set<String> operationIds = new HashSet<>();

    private MergedDocument(List<ServiceDocument> parts) {
        this.parts = parts;
        this.ambiguous = ambiguous(parts);
    }

    /** @param missing logical names of the services whose part is not there; the document says so in {@code x-surety-missing} */
    static JsonObject of(List<ServiceDocument> parts, List<String> missing, String version) {
        return new MergedDocument(parts).merged(missing, version);
    }

    private JsonObject merged(List<String> missing, String version) {
        JsonObject info = new JsonObject().put("title", "Surety").put("version", version).put("description", missing.isEmpty()
                ? DESCRIPTION
                : DESCRIPTION + " INCOMPLETE: the paths of " + String.join(", ", missing) + " are missing at the moment.");
        Map<String, JsonObject> tags = new LinkedHashMap<>();
        JsonObject paths = new JsonObject();
        JsonObject components = new JsonObject();
        for (ServiceDocument part : parts) {
            part.tags().forEach(tags::putIfAbsent);
            part.paths().forEach((path, item) -> paths.put(path, pathItem(part, item)));
            part.components()
                    .forEach((reference, component) -> add(components, renamed(part, reference), rewritten(part, component)));
        }
        components.put("securitySchemes", new JsonObject().put(SCHEME, new JsonObject()
                .put("type", "http").put("scheme", "bearer").put("bearerFormat", "JWT")));
        JsonObject document = new JsonObject()
                .put("openapi", "3.1.0")
                .put("info", info)
                .put("servers", new JsonArray().add(new JsonObject().put("url", "/")))
                .put("security", new JsonArray().add(new JsonObject().put(SCHEME, new JsonArray())))
                .put("tags", new JsonArray(new ArrayList<>(tags.values())))
                .put("paths", paths)
                .put("components", components);
        if (!missing.isEmpty()) {
            document.put("x-surety-missing", new JsonArray(missing));
        }
        return document;
    }

    private static void add(JsonObject components, String reference, JsonObject component) {
        String[] place = reference.substring(ServiceDocument.COMPONENTS.length()).split("/", 2);
        if (!components.containsKey(place[0])) {
            components.put(place[0], new JsonObject());
        }
        components.getJsonObject(place[0]).put(place[1], component);
    }

    private JsonObject pathItem(ServiceDocument part, JsonObject item) {
        JsonObject copy = rewritten(part, item);
        for (String method : copy.fieldNames()) {
            if (METHODS.contains(method)) {
                operation(part, copy.getJsonObject(method));
            }
        }
        return copy;
    }

    private void operation(ServiceDocument part, JsonObject operation) {
        String id = operation.getString("operationId");
        if (id != null && !operationIds.add(id)) {
            operation.put("operationId", prefix(part) + id);
        }
        JsonArray security = operation.getJsonArray("security");
        if (security != null) {
            operation.put("security", underOneScheme(security));
        }
    }

    /** Keeps the roles a service asks for and the "nothing needed" of an empty list. */
    private static JsonArray underOneScheme(JsonArray security) {
        JsonArray renamed = new JsonArray();
        for (Object alternative : security) {
            JsonArray roles = new JsonArray();
            ((JsonObject) alternative).forEach(scheme -> ((JsonArray) scheme.getValue()).forEach(roles::add));
            renamed.add(new JsonObject().put(SCHEME, roles));
        }
        return renamed;
    }

    private JsonObject rewritten(ServiceDocument part, JsonObject piece) {
        return ServiceDocument.withReferences(piece, reference -> renamed(part, reference));
    }

    private String renamed(ServiceDocument part, String reference) {
        if (!ambiguous.contains(reference)) {
            return reference;
        }
        int name = reference.lastIndexOf('/') + 1;
        return reference.substring(0, name) + prefix(part) + reference.substring(name);
    }

    /** The dot cannot be part of a name made from a Java class, so the result is never taken. */
    private static String prefix(ServiceDocument part) {
        return part.service().replaceFirst("-service$", "") + ".";
    }

    /** What at least two services have and describe differently, or alike but by way of such a component. */
    private static Set<String> ambiguous(List<ServiceDocument> parts) {
        Map<String, JsonObject> first = new LinkedHashMap<>();
        Set<String> shared = new HashSet<>();
        Set<String> ambiguous = new HashSet<>();
        for (ServiceDocument part : parts) {
            part.components().forEach((reference, component) -> {
                JsonObject other = first.putIfAbsent(reference, component);
                if (other != null) {
                    shared.add(reference);
                    if (!other.equals(component)) {
                        ambiguous.add(reference);
                    }
                }
            });
        }
        boolean grown = true;
        while (grown) {
            grown = false;
            for (String reference : shared) {
                boolean leads = ServiceDocument.references(first.get(reference)).stream().anyMatch(ambiguous::contains);
                grown |= leads && ambiguous.add(reference);
            }
        }
        return ambiguous;
    }
}
