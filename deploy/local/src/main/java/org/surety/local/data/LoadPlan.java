package org.surety.local.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.surety.local.PartFailure;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What {@code deploy/local/data} asks to be loaded, in order. The form of the files: see the README there. A plan that was read is complete:
 * every key stands once, and every reference names a record that comes before it.
 */
public record LoadPlan(List<Step> steps) {

    /** One file of the folder. */
    public sealed interface Step {
        /** The file's name in the folder. */
        String file();
    }

    /** Records to be posted one after the other to one collection. */
    public record Records(String file, String collection, List<DataRecord> records) implements Step {
    }

    /** A CSV file to be imported with a mapping, by the user named. */
    public record Import(String file, Path path, String mapping, String as) implements Step {
    }

    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    /**
     * Reads the folder.
     *
     * @throws PartFailure when a file is missing or no JSON, a key stands twice or a reference leads nowhere; it names the file
     */
    public static LoadPlan read(Path folder) {
        List<Step> steps = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (JsonNode step : parse(folder, "load.json").path("steps")) {
            if (step.has("import")) {
                steps.add(importOf(folder, step));
            } else {
                steps.add(records(folder, step.path("file").asText(), keys));
            }
        }
        return new LoadPlan(List.copyOf(steps));
    }

    private static Import importOf(Path folder, JsonNode step) {
        String file = step.path("import").asText();
        Path path = folder.resolve(file);
        if (!Files.isRegularFile(path)) {
            throw new PartFailure("The data folder has no file " + path);
        }
        return new Import(file, path, step.path("mapping").asText(), step.path("as").asText());
    }

    private static Records records(Path folder, String file, Set<String> keys) {
        JsonNode content = parse(folder, file);
        String user = content.path("as").asText(null);
        List<DataRecord> records = new ArrayList<>();
        for (JsonNode node : content.path("records")) {
            DataRecord record = DataRecord.read(node, user);
            if (record.key() == null || record.as() == null || !record.body().isObject()) {
                throw new PartFailure(file + ": a record needs a key, a body and somebody to post it: " + node);
            }
            for (String reference : record.references()) {
                if (!keys.contains(reference)) {
                    throw new PartFailure(
                            file + ": " + record.key() + " refers to @" + reference + ", which no record before it has as key");
                }
            }
            if (!keys.add(record.key())) {
                throw new PartFailure(file + ": the key " + record.key() + " stands twice");
            }
            records.add(record);
        }
        if (!content.path("collection").asText().startsWith("/api/") || records.isEmpty()) {
            throw new PartFailure(file + " has no collection or no records");
        }
        return new Records(file, content.path("collection").asText(), List.copyOf(records));
    }

    private static JsonNode parse(Path folder, String file) {
        try {
            return JSON.readTree(Files.readString(folder.resolve(file)));
        } catch (JsonProcessingException e) {
            throw new PartFailure(file + " is not JSON: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new PartFailure("Cannot read " + folder.resolve(file) + ": " + e.getMessage(), e);
        }
    }
}
