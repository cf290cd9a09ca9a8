package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A script that keeps its store in a file, and can show what is in it. */
final class ScriptConsumer extends ExampleConsumer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final List<String> script;
    private final List<String> tampering;

    private ScriptConsumer(RunningSuite suite, String name, List<String> script, List<String> tampering) {
        super(suite, name);
        this.script = script;
        this.tampering = tampering;
    }

    @Override
    List<String> command() {
        return with(script, store());
    }

    private String store() {
        return folder().resolve("store").toString();
    }

    @Override
    Stored stored() {
        Said said = run(folder(), Map.of(), with(script, store(), "--show"));
        assertEquals(0, said.status(), said.errors());
        try {
            JsonNode shown = JSON.readTree(said.out());
            Map<String, List<String>> commitments = new TreeMap<>();
            shown.get("commitments").fields().forEachRemaining(entry -> commitments.put(entry.getKey(),
                    Stream.of(0, 1, 2, 3).map(i -> entry.getValue().get(i).asText()).toList()));
            Map<String, Integer> filed = new TreeMap<>();
            shown.get("filed").fields().forEachRemaining(entry -> filed.put(entry.getKey(), entry.getValue().asInt()));
            return new Stored(shown.get("logId").asText(null), shown.get("sequence").asLong(), shown.get("applied").asLong(),
                    shown.get("parked").asInt(), commitments, filed);
        } catch (IOException e) {
            throw new UncheckedIOException(said.out(), e);
        }
    }

    @Override
    void mistakeTheLog() {
        Said said = run(folder(), Map.of(), with(tampering, store()));
        assertEquals(0, said.status(), said.errors());
    }

    private static List<String> with(List<String> words, String... more) {
        return Stream.concat(words.stream(), Stream.of(more)).toList();
    }

    /** The consumer in Python. Not run where no Python on this machine has pika. */
    static ExampleConsumer python(RunningSuite suite) {
        String program = Stream.of("python3", "/usr/bin/python3")
                .filter(candidate -> run(suite.instance().folder(), Map.of(), List.of(candidate, "-c", "import pika, sqlite3"))
                        .status() == 0)
                .findFirst().orElse("");
        assumeTrue(!program.isEmpty(), "no python3 with pika on this machine (Debian: apt-get install python3-pika)");
        return new ScriptConsumer(suite, "example-python",
                List.of(program, source(suite, "python").resolve("consumer.py").toString()),
                List.of(program, "-c", "import sqlite3, sys; db = sqlite3.connect(sys.argv[1]); "
                        + "db.execute(\"update watermark set log_id = '00000000-0000-4000-8000-000000000000'\"); db.commit()"));
    }

    /** The consumer in Node. Not run where there is no Node 18 or its library cannot be had. */
    static ExampleConsumer node(RunningSuite suite) {
        Path installed = suite.instance().folder().resolve("consumers").resolve("node");
        try {
            Files.createDirectories(installed);
            for (String file : List.of("consumer.js", "package.json", "package-lock.json", ".npmrc")) {
                Files.copy(source(suite, "node").resolve(file), installed.resolve(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Said version = run(installed, Map.of(),
                List.of("node", "-e", "process.exit(process.versions.node.split('.')[0] < 18 ? 1 : 0)"));
        assumeTrue(version.status() == 0, () -> "no Node 18 or newer on this machine: " + version.errors());
        Said install = run(installed, Map.of(), List.of("npm", "ci", "--no-audit", "--no-fund", "--cache",
                suite.instance().root().resolve(".local").resolve("npm").toString()));
        assumeTrue(install.status() == 0, () -> "npm cannot install amqplib: " + install.errors());
        return new ScriptConsumer(suite, "example-node", List.of("node", installed.resolve("consumer.js").toString()),
                List.of("node", "-e",
                        "const fs = require('fs'), file = process.argv[1], state = JSON.parse(fs.readFileSync(file)); "
                                + "state.watermark.logId = '00000000-0000-4000-8000-000000000000'; fs.writeFileSync(file, JSON.stringify(state))"));
    }
}
