package org.surety.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * A golden sample. Its file is named by the short type and the major version: {@code party.amended.v1.json}; a further sample of the same
 * type has a word between: {@code party.amended.v1.smallest.json}.
 */
record Sample(String file, JsonNode envelope) {

    static final Path RESOURCES = Path.of("src/main/resources");

    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    static List<Sample> all() {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("samples"))) {
            return files.sorted().map(Sample::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sample of(Path file) {
        try {
            return new Sample(file.getFileName().toString(), JSON.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In full, as the file is named. */
    String type() {
        return Envelope.TYPE_PREFIX + file.replaceFirst("(\\.v[0-9]+)(\\.[a-z]+)?\\.json$", "$1");
    }

    /** The first word of the type: the record. */
    String record() {
        return file.substring(0, file.indexOf('.'));
    }

    boolean isSmallest() {
        return file.endsWith(".smallest.json");
    }

    JsonNode data() {
        return envelope.get("data");
    }

    @Override
    public String toString() {
        return file;
    }
}
