package org.surety.local.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.surety.local.PartFailure;
import org.surety.local.data.RecordingGateway.Request;

class LoadingTest {
    private static final String NOT_KNOWN_YET = """
            {"title": "The request is not valid", "detail": "party is not known (yet)",
             "violations": [{"field": "party", "message": "is not known (yet)"}]}""";
    @TempDir
    Path folder;
    private RecordingGateway gateway;
    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        gateway = new RecordingGateway();
        Files.writeString(folder.resolve("load.json"),
                "{\"steps\": [{\"file\": \"persons.json\"}, {\"file\": \"delegations.json\"}]}");
        Files.writeString(folder.resolve("persons.json"), """
                {"collection": "/api/v1/persons", "as": "coordinator", "records": [
                  {"key": "person/1", "body": {"party": "XAA"}}, {"key": "person/2", "body": {"party": "XAA"}}]}""");
        Files.writeString(folder.resolve("delegations.json"),
                """
                        {"collection": "/api/v1/delegations", "as": "xaa.editor", "records": [
                          {"key": "g/XAA", "body": {"head": {"persons": ["@person/1"]}, "members": [], "level": null, "places": 2},
                           "acts": [{"act": "restructures", "body": {"head": {"persons": ["@person/2"]}}}, {"act": "closures", "body": {}}]}]}""");
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void recordsAreSentInOrderWithTheIdsOfThoseTheyReferTo() {
        load(Duration.ofSeconds(5));
        assertEquals(List.of(
                new Request("POST /api/v1/persons", "Bearer coordinator", "load/person/1", null, "{\"party\":\"XAA\"}"),
                new Request("POST /api/v1/persons", "Bearer coordinator", "load/person/2", null, "{\"party\":\"XAA\"}"),
                new Request("POST /api/v1/delegations", "Bearer xaa.editor", "load/g/XAA", null,
                        "{\"head\":{\"persons\":[\"id-1\"]},\"members\":[],\"level\":null,\"places\":2}"),
                new Request("POST /api/v1/delegations/id-3/restructures", "Bearer xaa.editor", "load/g/XAA/1-restructures", "\"1\"",
                        "{\"head\":{\"persons\":[\"id-2\"]}}"),
                new Request("POST /api/v1/delegations/id-3/closures", "Bearer xaa.editor", "load/g/XAA/2-closures", "\"2\"", "{}")),
                gateway.requests);
    }

    @Test
    void secondLoadingSendsTheSameRequestsWithTheSameKeys() {
        load(Duration.ofSeconds(5));
        List<String> first = gateway.requests.stream().map(Request::key).toList();
        gateway.requests.clear();
        load(Duration.ofSeconds(5));
        assertEquals(first, gateway.requests.stream().map(Request::key).toList());
    }

    @Test
    void recordThatHasNotArrivedYetIsWaitedFor() {
        gateway.answers("POST /api/v1/persons", 400, NOT_KNOWN_YET).answers("POST /api/v1/persons", 400, NOT_KNOWN_YET);
        load(Duration.ofSeconds(5));
        assertEquals(List.of("load/person/1", "load/person/1", "load/person/1", "load/person/2"),
                gateway.requests.stream().map(Request::key).limit(4).toList());
    }

    @Test
    void requestThatAnInterruptedLoadingLeftUnderWayIsWaitedFor() {
        gateway.answers("POST /api/v1/persons", 409, "{\"type\": \"https://surety.example/problems/request-in-progress\"}");
        load(Duration.ofSeconds(5));
        assertEquals(6, gateway.requests.size());
    }

    @Test
    void waitingEndsWithTheRefusal() {
        for (int i = 0; i < 1000; i++) {
            gateway.answers("POST /api/v1/persons", 400, NOT_KNOWN_YET);
        }
        PartFailure failure = assertThrows(PartFailure.class, () -> load(Duration.ofMillis(50)));
        assertTrue(failure.getMessage().endsWith("party is not known (yet)"), failure.getMessage());
    }

    @Test
    void refusalEndsTheLoadingAndIsReportedWhole() {
        gateway.answers("POST /api/v1/delegations", 400,
                """
                        {"title": "The request is not valid", "detail": "See the violations.", "traceId": "4bf9",
                         "violations": [{"field": "level", "message": "must be one of LEADER"}, {"field": "party", "message": "is not known"}]}""");
        PartFailure failure = assertThrows(PartFailure.class, () -> load(Duration.ofSeconds(5)));
        assertEquals("POST /api/v1/delegations as xaa.editor was answered 400: The request is not valid: See the violations.: "
                + "level must be one of LEADER: party is not known: trace 4bf9", failure.getMessage());
        assertEquals(3, gateway.requests.size());
    }

    @Test
    void refusalWithoutAProblemIsReportedWithItsStatus() {
        gateway.answers("POST /api/v1/persons", 502, "<html>");
        PartFailure failure = assertThrows(PartFailure.class, () -> load(Duration.ofSeconds(5)));
        assertEquals("POST /api/v1/persons as coordinator was answered 502", failure.getMessage());
    }

    @Test
    void tellsWhereItIs() {
        load(Duration.ofSeconds(5));
        assertEquals(List.of("1 of 2, persons.json: 2 to /api/v1/persons", "2 of 2, delegations.json: 1 to /api/v1/delegations"),
                lines);
    }

    private void load(Duration limit) {
        new Loading(new Gateway(gateway.url(), user -> user), lines::add, new Patience(limit, Duration.ofMillis(2)))
                .load(LoadPlan.read(folder));
    }
}
