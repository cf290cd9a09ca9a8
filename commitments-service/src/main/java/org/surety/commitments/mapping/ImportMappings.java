package org.surety.commitments.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.surety.kit.problem.InvalidRequest;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.Startup;

/** The mappings this service has, read when it starts: one that cannot be read stops it then, and not an import later. */
@Startup
@ApplicationScoped
public class ImportMappings {

    private final Map<String, ImportMapping> mappings = new LinkedHashMap<>();

    ImportMappings(@ConfigProperty(name = "surety.imports.mappings") List<String> names, ObjectMapper json) {
        names.forEach(name -> mappings.put(name, read(name, json)));
    }

    /** @throws InvalidRequest naming those there are */
    public ImportMapping require(String name) {
        ImportMapping mapping = name == null ? null : mappings.get(name);
        if (mapping == null) {
            throw new InvalidRequest("mapping", "must be one of " + mappings.keySet());
        }
        return mapping;
    }

    List<ImportMapping> list() {
        return List.copyOf(mappings.values());
    }

    private static ImportMapping read(String name, ObjectMapper json) {
        String file = "import-mappings/" + name + ".json";
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + file);
            }
            ImportMapping mapping = json.readValue(in, ImportMapping.class);
            if (!mapping.name().equals(name) || !"FILED".equals(mapping.record().state())) {
                throw new IllegalStateException(file + " must have the name " + name + " and bring records that are FILED");
            }
            return mapping;
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
