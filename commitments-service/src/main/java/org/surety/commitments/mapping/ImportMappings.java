package org.surety.commitments.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.surety.kit.problem.InvalidRequest;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.runtime.Startup;

/** The mappings this service has - data files and the own template -, read when it starts: one that cannot be read stops it then, and not an import later. */
@Startup
@ApplicationScoped
public class ImportMappings {

    private final Map<String, Mapping> mappings = new LinkedHashMap<>();

    ImportMappings(@ConfigProperty(name = "surety.imports.mappings") List<String> names, @Any Instance<Mapping> own,
            ObjectMapper json) {
        names.forEach(name -> mappings.put(name, read(name, json)));
        own.forEach(mapping -> mappings.put(mapping.name(), mapping));
    }

    /** @throws InvalidRequest naming those there are */
    public Mapping require(String name) {
        Mapping mapping = name == null ? null : mappings.get(name);
        if (mapping == null) {
            throw new InvalidRequest("mapping", "must be one of " + mappings.keySet());
        }
        return mapping;
    }

    List<Mapping> list() {
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
            List<String> unaccounted = new MappedColumns(mapping).unaccounted();
            if (!unaccounted.isEmpty()) {
                throw new IllegalStateException(file + " does not say what becomes of " + unaccounted);
            }
            return mapping;
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
