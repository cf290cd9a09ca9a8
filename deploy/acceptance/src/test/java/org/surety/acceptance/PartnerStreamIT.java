package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.surety.acceptance.ChangeListener.Event;
import org.surety.acceptance.ExampleConsumer.Said;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Partners follow what is released to them: by the stream itself, and by the clients of {@code docs/clients}, which are killed while they
 * follow and go on.
 */
@ExtendWith(SuiteExtension.class)
class PartnerStreamIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String PARTY = "XAA";
    private static final String COALITION = "{\"release\": \"COALITION\"}";
    private static final ObjectMapper JSON = new ObjectMapper();
    private final RunningSuite suite;
    private final Api api;
    private final Exercise exercise;

    PartnerStreamIT(RunningSuite suite) {
        this.suite = suite;
        this.api = suite.api();
        this.exercise = new Exercise(api);
    }

    @Test
    void whatIsFiledArrivesAtThoseWhoMaySeeItAndAtNobodyElse() throws Exception {
        String requirement = exercise.requirement("Stream: land component");
        try (ChangeListener own = listen("xaa.reader", null);
                ChangeListener partner = listen("xab.reader", null);
                ChangeListener outsider = listen("fra.reader", null)) {
            Answer national = exercise.filed(PARTY, "Stream: national", requirement, 1, "{\"release\": \"NATIONAL\"}");
            Answer named = exercise.filed(PARTY, "Stream: named", requirement, 2,
                    "{\"release\": \"NAMED\", \"parties\": [\"XAB\"]}");
            Answer open = exercise.filed(PARTY, "Stream: public", requirement, 3, "{\"release\": \"PUBLIC\"}");
            for (ChangeListener listener : List.of(own, partner, outsider)) {
                Eventually.see("the public one", LIMIT, () -> listener.filed(), filed -> filed.contains(open.id()));
            }
            Eventually.see("the owner has all", LIMIT, own::filed,
                    filed -> filed.containsAll(Set.of(national.id(), named.id(), open.id())));
            assertTrue(partner.filed().contains(named.id()));
            assertFalse(partner.text().contains(national.id()));
            assertFalse(outsider.text().contains(national.id()));
            assertFalse(outsider.text().contains(named.id()));
            assertEquals(1, own.all().stream().map(Event::id).mapToInt(String::length).distinct().count(), "cursors of one length");
            JsonNode change = own.changesOf(open.id()).get(own.changesOf(open.id()).size() - 1);
            assertEquals(open.location(), change.path("href").asText());
            assertEquals(200, api.get(change.path("href").asText(), "fra.reader").status());
            everyEventLeadsToTheRest(own);
        }
    }

    /** By the pages, whose cursors are the ids of events. */
    private void everyEventLeadsToTheRest(ChangeListener listener) {
        List<Event> changes = listener.all().stream().filter(event -> event.name().equals("change")).toList();
        List<String> ids = changes.stream().map(event -> event.json().path("id").asText()).toList();
        for (int i = 0; i < changes.size(); i++) {
            List<String> rest = new ArrayList<>();
            JsonNode page = api.get("/api/v1/changes?limit=500&after=" + changes.get(i).id(), "xaa.reader").expect(200).json();
            page.path("changes").forEach(change -> rest.add(change.path("id").asText()));
            // Services tell each other, so there may be more by now.
            assertEquals(ids.subList(i + 1, ids.size()), rest.stream().filter(ids::contains).toList());
        }
    }

    @Test
    void whoLosesSightIsToldThatItWasWithdrawn() throws Exception {
        String requirement = exercise.requirement("Stream: narrowed");
        try (ChangeListener partner = listen("xab.reader", null); ChangeListener own = listen("xaa.reader", null)) {
            Answer filed = exercise.filed(PARTY, "Stream: to be narrowed", requirement, 4, COALITION);
            Eventually.see("it is filed", LIMIT, partner::filed, seen -> seen.contains(filed.id()));
            narrow(filed, requirement);
            Eventually.see("it is withdrawn", LIMIT, () -> partner.changesOf(filed.id()),
                    changes -> changes.stream().anyMatch(change -> change.path("withdrawn").asBoolean()));
            JsonNode last = partner.changesOf(filed.id()).get(partner.changesOf(filed.id()).size() - 1);
            assertEquals("org.surety.record.withdrawn.v1", last.path("type").asText());
            api.get(filed.location(), "xab.reader").expectProblem(404, "not-found");
            assertTrue(own.changesOf(filed.id()).stream().noneMatch(change -> change.path("withdrawn").asBoolean()));
        }
    }

    /** To its own party; all else stays as it was pledged. */
    private void narrow(Answer filed, String requirement) {
        String version = api.get(filed.location(), "xaa.editor").etag();
        String body = Exercise.pledge(PARTY, "Stream: to be narrowed", requirement, 4, "{\"release\": \"NATIONAL\"}")
                .replace("\"party\": \"" + PARTY + "\", \"basis\": \"GUARANTEE\",", "");
        api.send("PUT", filed.location(), "xaa.editor", BodyPublishers.ofString(body),
                Map.of("If-Match", version, "Content-Type", "application/json")).expect(200);
    }

    @Test
    void resumedStreamGoesOnBehindTheLastEvent() throws Exception {
        String requirement = exercise.requirement("Stream: resumed");
        String last;
        Answer first;
        try (ChangeListener listener = listen("xab.reader", null)) {
            first = exercise.filed(PARTY, "Stream: before", requirement, 5, COALITION);
            Eventually.see("it is filed", LIMIT, listener::filed, seen -> seen.contains(first.id()));
            last = listener.all().stream().filter(event -> event.data().contains(first.id())).reduce((one, two) -> two)
                    .orElseThrow().id();
        }
        Answer second = exercise.filed(PARTY, "Stream: between", requirement, 6, COALITION);
        try (ChangeListener listener = listen("xab.reader", last)) {
            Eventually.see("what came between", LIMIT, listener::filed, seen -> seen.contains(second.id()));
            assertFalse(listener.text().contains(first.id()));
        }
    }

    @Test
    void curlClientLosesAndDoublesNothing() throws Exception {
        client("curl", List.of("bash", source("client.sh")), List.of("curl", "--version"));
    }

    @Test
    void pythonClientLosesAndDoublesNothing() throws Exception {
        client("python", List.of("python3", source("client.py")), List.of("python3", "-c", "import urllib.request"));
    }

    @Test
    void nodeClientLosesAndDoublesNothing() throws Exception {
        client("node", List.of("node", source("client.mjs")),
                List.of("node", "-e", "process.exit(process.versions.node.split('.')[0] < 18 ? 1 : 0)"));
    }

    @Test
    void javaClientLosesAndDoublesNothing() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        client("java", List.of(java, source("Client.java")), List.of());
    }

    /** @param runtime what succeeds where the machine has what the program needs; empty for what every machine has that runs this */
    private void client(String name, List<String> program, List<String> runtime) throws Exception {
        Path folder = suite.instance().folder().resolve("clients").resolve(name);
        Files.createDirectories(folder);
        if (!runtime.isEmpty()) {
            Said there = ExampleConsumer.run(folder, Map.of(), runtime);
            assumeTrue(there.status() == 0, () -> "no runtime for it on this machine: " + there.errors());
        }
        lists(folder, program);
        String requirement = exercise.requirement("Client: " + name);
        Path place = folder.resolve("place");
        Path out = folder.resolve("out");
        Process following = start(folder, program, place, out);
        try {
            Eventually.see(name + " has its first place", LIMIT, () -> Files.exists(place), known -> known);
            Answer first = exercise.filed(PARTY, "Client: first", requirement, 1, COALITION);
            Eventually.see(name + " tells of the first", LIMIT, () -> filed(out), filed -> filed.containsKey(first.id()));
            end(following);
            Answer second = exercise.filed(PARTY, "Client: while it is away", requirement, 2, COALITION);
            following = start(folder, program, place, out);
            Answer third = exercise.filed(PARTY, "Client: afterwards", requirement, 3, COALITION);
            Eventually.see(name + " tells of the others", LIMIT, () -> filed(out),
                    filed -> filed.keySet().containsAll(Set.of(second.id(), third.id())));
            Map<String, Integer> filed = filed(out);
            assertEquals(Map.of(first.id(), 1, second.id(), 1, third.id(), 1), filed.entrySet().stream()
                    .filter(one -> Set.of(first.id(), second.id(), third.id()).contains(one.getKey()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        } finally {
            end(following);
        }
    }

    private void lists(Path folder, List<String> program) throws IOException {
        Said said = ExampleConsumer.run(folder, environment(), with(program, "list", "/api/v1/parties"));
        assertEquals(0, said.status(), said.errors());
        List<String> codes = new ArrayList<>();
        for (String page : said.out().lines().toList()) {
            JSON.readTree(page).path("items").forEach(party -> codes.add(party.path("code").asText()));
        }
        assertTrue(codes.size() > 40, "several parties: " + codes);
        assertEquals(api.list("/api/v1/parties", "xaa.reader").stream().map(party -> party.path("code").asText()).toList(), codes);
    }

    /** How often each commitment was told to be filed. */
    private static Map<String, Integer> filed(Path out) {
        Map<String, Integer> filed = new HashMap<>();
        try {
            for (String line : Files.readAllLines(out)) {
                JsonNode change = JSON.readTree(line);
                if (change.path("type").asText().equals("org.surety.commitment.filed.v1")) {
                    filed.merge(change.path("subject").asText(), 1, Integer::sum);
                }
            }
            return filed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process start(Path folder, List<String> program, Path place, Path out) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(with(program, "follow", place.toString())).directory(folder.toFile());
        builder.environment().putAll(environment());
        return builder.redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()))
                .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("errors").toFile())).start();
    }

    /** As kill -9 does, with what it has started. */
    private static void end(Process process) {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(0, process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
    }

    private Map<String, String> environment() {
        return suite.instance().programEnvironment();
    }

    private ChangeListener listen(String user, String last) throws Exception {
        return new ChangeListener(suite.instance().gatewayUrl(), api.token(user), last);
    }

    private String source(String file) {
        return suite.instance().root().resolve("docs").resolve("clients").resolve(file).toString();
    }

    private static List<String> with(List<String> words, String... more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return all;
    }
}
