package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.surety.acceptance.BrokerEar.Message;
import org.surety.contracts.CommitmentState;
import org.surety.contracts.DelegationState;
import org.surety.contracts.Envelope;
import org.surety.contracts.GatheringState;
import org.surety.contracts.PartyState;
import org.surety.contracts.PersonState;
import org.surety.contracts.PriorityState;
import org.surety.contracts.RequirementState;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** What a service outside the suite would hear if it listened at the broker while a few commands are given. */
@ExtendWith(SuiteExtension.class)
class EventsOnTheBrokerIT {
    private static final String SECRET = "Broker: a draft that nobody else may learn of";
    private static final Map<String, Class<?>> RECORDS = Map.of("party", PartyState.class, "person", PersonState.class, "gathering",
            GatheringState.class, "delegation", DelegationState.class, "priority", PriorityState.class, "requirement",
            RequirementState.class,
            "commitment", CommitmentState.class);
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private static BrokerEar ear;
    private static String requirement;
    private static String delegation;
    private static Answer filed;
    private static Answer draft;

    @BeforeAll
    static void listenAndCommand(RunningSuite suite) {
        ear = new BrokerEar(suite.instance());
        Api api = suite.api();
        Exercise exercise = new Exercise(api);
        requirement = exercise.requirement("Broker: land component");
        String gathering = api.post("/api/v1/gatherings", "coordinator", """
                {"title": "Broker: talks", "host": "XAC", "startsOn": "2026-05-01"}""").expect(201).id();
        String person = api.post("/api/v1/persons", "xac.editor", """
                {"party": "XAC", "name": "Exercise person 921", "rank": "MINISTER"}""").expect(201).id();
        delegation = api
                .post("/api/v1/delegations", "xac.editor",
                        """
                                {"gathering": "%s", "party": "XAC", "head": {"kind": "SINGLE", "persons": ["%s"]}}"""
                                .formatted(gathering, person))
                .expect(201)
                .id();
        draft = exercise.draft("XAC", SECRET, requirement, 70, "{\"release\": \"PUBLIC\"}");
        filed = exercise.filed("XAC", "Broker: seventy soldiers", requirement, 70, "{\"release\": \"COALITION\"}");
        exercise.withdrawn(filed, "XAC");
        Eventually.see("all that was done is heard", Exercise.KNOWN,
                () -> types(filed.id()).contains("org.surety.commitment.withdrawn.v1")
                        && types(requirement).size() == 1 && types(delegation).size() == 1,
                heard -> heard);
    }

    @AfterAll
    static void hangUp() {
        ear.close();
    }

    @Test
    void everyCommandIsHeardOnceAndInItsOrder() {
        assertEquals(List.of("org.surety.requirement.stated.v1"), types(requirement));
        assertEquals(List.of("org.surety.delegation.formed.v1"), types(delegation));
        assertEquals(List.of("org.surety.commitment.filed.v1", "org.surety.commitment.withdrawn.v1"),
                types(filed.id()));
    }

    @Test
    void everyMessageIsACloudEventOfItsOwner() {
        for (Message message : ear.heard()) {
            Map<String, String> event = message.attributes();
            assertEquals("1.0", event.get("specversion"));
            assertEquals("/" + message.exchange().substring("surety.".length()), event.get("source"));
            assertTrue(message.type().matches("org\\.surety\\.[a-z]+\\.[a-z]+(-[a-z]+)*\\.v1"), message.type());
            assertEquals(Envelope.shortType(message.type()), message.routingKey());
            assertEquals(UUID.fromString(event.get("id")).toString(), message.properties().getMessageId());
            assertEquals(36, UUID.fromString(event.get("logid")).toString().length());
            assertTrue(Instant.parse(event.get("recordedat")).isBefore(Instant.now().plusSeconds(1)), event.get("recordedat"));
            assertTrue(!message.subject().isBlank(), event.toString());
            boolean withheld = message.type().equals(Envelope.WITHHELD);
            assertEquals(withheld, event.get("label") == null, event.toString());
            assertEquals(withheld, Long.parseLong(event.get("subjectversion")) == 0, event.toString());
            assertEquals("application/json", message.properties().getContentType());
            assertEquals(2, message.properties().getDeliveryMode());
            assertTrue(message.headers().stream().allMatch(name -> name.startsWith(Envelope.HEADER_PREFIX)),
                    message.headers().toString());
        }
    }

    @Test
    void numbersOfEachLogAreDenseAndTheirTimesNeverDecrease() {
        for (String exchange : BrokerEar.EXCHANGES) {
            List<Message> log = ear.heardOn(exchange);
            assertTrue(!log.isEmpty(), exchange);
            Set<String> ids = new HashSet<>();
            Message before = null;
            for (Message message : log) {
                if (before != null) {
                    assertEquals(before.sequence() + 1, message.sequence(), exchange);
                    assertEquals(before.attributes().get("logid"), message.attributes().get("logid"), exchange);
                    assertTrue(!instant(message).isBefore(instant(before)), exchange);
                }
                assertTrue(ids.add(message.attributes().get("id")), exchange);
                before = message;
            }
        }
    }

    @Test
    void everyMessageKeepsThePublishedSchemas() {
        assertEquals(List.of(), new EventFaults().in(ear.heard()));
    }

    @Test
    void everyBodyIsTheContractsRecordOfItsTypeAndNothingMore() throws IOException {
        for (Message message : ear.heard()) {
            if (message.type().equals(Envelope.WITHHELD)) {
                assertEquals("", message.body());
            } else {
                Class<?> record = RECORDS.get(message.type().split("\\.")[2]);
                assertEquals(JSON.readTree(message.body()),
                        JSON.readTree(JSON.writeValueAsString(JSON.readValue(message.body(), record))),
                        message.type());
            }
        }
    }

    @Test
    void draftTellsNothingButItsPlaceInTheLog() {
        assertEquals(2,
                ear.heardOn("surety.commitments").stream().filter(message -> message.type().equals(Envelope.WITHHELD)).count());
        for (Message message : ear.heard()) {
            String all = message.body() + message.attributes();
            assertTrue(!all.contains(draft.id()), all);
            assertTrue(!all.contains(SECRET), all);
        }
    }

    @Test
    void namesOfPersonsStayWhereTheyBelong() {
        for (Message message : ear.heard()) {
            assertTrue(!message.body().contains("Exercise person 921"), message.type());
        }
    }

    private static Instant instant(Message message) {
        return Instant.parse(message.attributes().get("recordedat"));
    }

    private static List<String> types(String subject) {
        return ear.heard().stream().filter(message -> subject.equals(message.subject())).map(Message::type).toList();
    }
}
