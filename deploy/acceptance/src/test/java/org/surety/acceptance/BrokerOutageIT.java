package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.surety.local.BrokerManagement;
import org.surety.local.Instance;
import org.surety.local.Service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * RabbitMQ goes away in the middle of an import, as in a crash, and comes back: writes are answered all the while, nobody is unready, and
 * what priorities-service has added up in the end is what anybody adds up from the commitments.
 */
@Order(2)
@ExtendWith(SuiteExtension.class)
class BrokerOutageIT {
    private static final int COPIES = 3;
    private static final Duration HEALED = Duration.ofSeconds(60);
    private static final List<Service> SERVICES = List.of(Service.values());
    private static final List<String> QUEUES = List.of("priorities-service.delegations", "priorities-service.commitments",
            "commitments-service.delegations", "commitments-service.priorities");
    private static final ObjectMapper JSON = new ObjectMapper();
    private final RunningSuite suite;
    private final Api api;
    private final EarlierSupport support;

    BrokerOutageIT(RunningSuite suite) {
        this.suite = suite;
        this.api = suite.api();
        this.support = new EarlierSupport(api, "xaj.reader");
    }

    @Test
    void totalsAreRightAfterTheBrokerWasAwayDuringAnImport() throws Exception {
        String realBefore = priorities("REAL");
        String exerciseBefore = priorities("EXERCISE");
        long before = EarlierSupport.all(support.totals()).commitments();
        Imports imports = new Imports(api);
        Answer accepted = imports.postPartial(KielFile.read().copies("outage-", COPIES)).expect(202);
        Eventually.see("the import has begun", HEALED, () -> job(accepted), job -> job.path("counts").path("read").asInt() > 0);
        suite.suite().rabbitmq().kill();
        writesAreAnswered("while the broker is away");
        everybodyIsReady("while the broker is away");
        JsonNode job = imports.ended(accepted);
        assertEquals("DONE", job.path("state").asText(), job.toString());
        assertEquals(COPIES * KielFile.ROWS, job.path("counts").path("imported").asInt(), job.toString());
        everybodyIsReady("at the end of the import");
        suite.suite().rabbitmq().start();
        writesAreAnswered("with the broker back");

        long expected = before + COPIES * (long) KielFile.ROWS;
        Eventually.see("priorities-service has every row", HEALED, () -> EarlierSupport.all(support.totals()).commitments(),
                commitments -> commitments == expected);
        assertEquals(support.directSum(), support.totals());
        assertEquals(realBefore, priorities("REAL"));
        assertEquals(exerciseBefore, priorities("EXERCISE"));
        messagesFlowAgain();
        everyQueueIsConsumed();
        everybodyIsReady("in the end");
    }

    private JsonNode job(Answer accepted) {
        return api.get(accepted.location(), Imports.USER).expect(200).json();
    }

    private void writesAreAnswered(String when) {
        for (int i = 0; i < 5; i++) {
            api.post("/api/v1/persons", "xad.editor",
                    "{\"party\": \"XAD\", \"name\": \"Exercise person 93%d %s\", \"rank\": \"OTHER\"}"
                            .formatted(i, when))
                    .expect(201);
            api.post("/api/v1/commitments", "xad.editor", """
                    {"party": "XAD", "basis": "EARLIER_SUPPORT", "kind": "LOGISTICS", "title": "Outage: lorries %d %s",
                     "quantity": {"quantity": 4, "unit": "lorries"}, "label": {"release": "NATIONAL"}}""".formatted(i, when))
                    .expect(201);
        }
    }

    private void everybodyIsReady(String when) {
        for (Service service : SERVICES) {
            String health = suite.health(service);
            assertTrue(health.startsWith("200 "), () -> service.module() + " is unready " + when + ": " + health);
        }
    }

    /** A message of a change made now arrives at the broker: the publishers are back, not only the feed. */
    private void messagesFlowAgain() throws Exception {
        try (BrokerEar ear = Eventually.see("the exchanges are there again", HEALED, this::listen, heard -> heard != null)) {
            String person = api.post("/api/v1/persons", "xad.editor",
                    "{\"party\": \"XAD\", \"name\": \"Exercise person 939\", \"rank\": \"OTHER\"}").expect(201).id();
            Eventually.see("the change is published", HEALED, () -> ear.heardOn("surety.delegations"),
                    heard -> heard.stream().anyMatch(message -> person.equals(message.subject())));
        }
    }

    /** The channels of the consumers have come through: a service whose channel ended would live from the feed alone. */
    private void everyQueueIsConsumed() {
        BrokerManagement management = suite.suite().rabbitmq().management();
        for (String queue : QUEUES) {
            Eventually.see(queue + " has its consumer", HEALED, () -> consumers(management, queue), consumers -> consumers == 1);
        }
    }

    private static int consumers(BrokerManagement management, String queue) {
        try {
            return JSON.readTree(management.send("GET", "/api/queues/" + Instance.VIRTUAL_HOST + "/" + queue, null).body())
                    .path("consumers")
                    .asInt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BrokerEar listen() {
        try {
            return new BrokerEar(suite.instance());
        } catch (Exception notYet) {
            return null;
        }
    }

    private String priorities(String series) {
        return api.get("/api/v1/coverage?series=" + series, "xaj.reader").expect(200).json().path("priorities").toString();
    }
}
