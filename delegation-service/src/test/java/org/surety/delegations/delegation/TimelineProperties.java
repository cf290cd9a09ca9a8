package org.surety.delegations.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.surety.delegations.As;
import org.surety.delegations.Questions;
import org.surety.delegations.RealParts;
import org.surety.delegations.RecordedTime;
import org.surety.delegations.SampleRecords;
import org.surety.delegations.delegation.NaiveDelegations.Fact;
import org.surety.delegations.delegation.NaiveDelegations.Sent;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/**
 * Random histories of formations, restructures with and without times, also afterwards, of their corrections and of what is said of the
 * formation, played over the API: each is answered as a naive replay of all that was said expects it, and so is every question of (day,
 * instant). The seed of a failure is in its name.
 */
@QuarkusTest
@RealParts
class TimelineProperties {

    private static final int COMMANDS = 32;
    private static final int DAYS = 12;
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final LocalDate START = TODAY.minusDays(6);
    private static final Map<String, String> EDITORS = Map.of("XAA", "xaa.editor", "XAB", "xab.editor");
    private static final Map<String, String> LEVELS = Map.of("MINISTER", "MINISTERIAL", "SPECIAL_ENVOY", "ENVOY", "AMBASSADOR",
            "AMBASSADOR", "OTHER", "");

    private Random random;
    private NaiveDelegations said;
    private LocalDate gatheringStarts;
    private String gathering;
    private Map<String, List<String>> persons;
    private Map<String, String> levels;
    private Map<String, String> delegations;
    private Map<String, Long> versions;
    private Set<String> answers;

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5})
    void everyAnswerIsThatOfAReplay(long seed) {
        random = new Random(seed);
        said = new NaiveDelegations();
        persons = new HashMap<>();
        levels = new HashMap<>();
        delegations = new TreeMap<>();
        versions = new HashMap<>();
        answers = new TreeSet<>();
        // In the past, where what has no time counts from the gathering, or in the future, where it counts from today.
        gatheringStarts = seed % 2 == 0 ? START.plusDays(4) : TODAY.plusDays(4);
        EDITORS.keySet().stream().sorted().forEach(party -> {
            SampleRecords.party(party, "COALITION_MEMBER");
            persons.put(party, new ArrayList<>());
            LEVELS.keySet().stream().sorted().forEach(rank -> {
                String person = SampleRecords.person(EDITORS.get(party), party, rank);
                persons.get(party).add(person);
                levels.put(person, LEVELS.get(rank));
            });
        });
        gathering = As.coordinator().body(Map.of("title", "t", "host", "XAA", "startsOn", gatheringStarts.toString()))
                .post("/api/v1/gatherings").then().statusCode(201).extract().path("id");
        for (int i = 0; i < COMMANDS; i++) {
            play();
        }
        // A history in which nothing was refused, or nothing was the same again, would show little.
        assertThat(answers).contains("200", "201").anyMatch(answer -> answer.startsWith("409"));
        said.recordedTimes().stream().flatMap(at -> Stream.of(at.minus(1, ChronoUnit.MICROS), at)).distinct().forEach(this::check);
        check(null);
    }

    private void play() {
        String party = any(List.copyOf(new TreeSet<>(EDITORS.keySet())));
        int kind = random.nextInt(10);
        if (!delegations.containsKey(party)) {
            form(party);
        } else if (kind < 6 || said.restructures(party).isEmpty()) {
            restructure(party, null);
        } else if (kind < 9) {
            restructure(party, any(said.restructures(party)).id());
        } else {
            amend(party);
        }
    }

    private void form(String party) {
        Sent sent = sent(party);
        LocalDate formedOn = random.nextInt(3) == 0 ? null : START.plusDays(random.nextInt(4));
        Map<String, Object> body = new HashMap<>(Map.of("gathering", gathering, "party", party));
        put(body, sent);
        put(body, "formedOn", formedOn);
        String id = As.user(EDITORS.get(party)).body(body).post("/api/v1/delegations").then().statusCode(201).extract().path("id");
        delegations.put(party, id);
        versions.put(party, 1L);
        said.add(new Fact(RecordedTime.of(id, 1), party, null, sent, null, null, formedOn, null));
    }

    private void amend(String party) {
        LocalDate formedOn = random.nextInt(3) == 0 ? null : START.plusDays(random.nextInt(DAYS));
        boolean same = Objects.equals(formedOn, said.formedOn(party));
        Map<String, Object> body = new HashMap<>();
        put(body, "formedOn", formedOn);
        long version = versions.get(party);
        Response answer = As.user(EDITORS.get(party)).header("If-Match", "\"" + version + "\"").body(body)
                .put("/api/v1/delegations/" + delegations.get(party));
        String expected = said.answerToFormedOn(party, formedOn);
        expect(answer, expected);
        if (expected.equals("200") && !same) {
            said.add(new Fact(recorded(party, answer), party, null, null, null, null, formedOn, null));
        }
    }

    private void restructure(String party, String corrects) {
        Sent sent = sent(party);
        Instant effectiveAt = moment();
        Instant announcedAt = moment();
        LocalDate day = NaiveDelegations.day(effectiveAt, announcedAt, TODAY, gatheringStarts, said.formedOn(party));
        Map<String, Object> body = new HashMap<>(Map.of("reason", "r"));
        put(body, sent);
        put(body, "effectiveAt", effectiveAt);
        put(body, "announcedAt", announcedAt);
        long version = versions.get(party);
        Response answer = As.user(EDITORS.get(party)).header("If-Match", "\"" + version + "\"")
                .body(corrects == null ? body : Map.of("restructure", corrects, "corrected", body, "reason", "misread"))
                .post("/api/v1/delegations/" + delegations.get(party) + (corrects == null ? "/restructures" : "/corrections"));
        Fact fact = new Fact(null, party, null, sent, effectiveAt, announcedAt, day, corrects);
        String expected = said.answerTo(fact);
        expect(answer, expected);
        if (expected.equals("201")) {
            said.add(new Fact(recorded(party, answer), party, answer.path("id"), sent, effectiveAt, announcedAt, day, corrects));
        } else if (expected.equals("200")) {
            assertThat(answer.header("ETag")).isEqualTo("\"" + version + "\"");
        }
    }

    private Instant recorded(String party, Response answer) {
        long version = versions.merge(party, 1L, Long::sum);
        assertThat(answer.header("ETag")).isEqualTo("\"" + version + "\"");
        return RecordedTime.of(delegations.get(party), version);
    }

    private void expect(Response answer, String expected) {
        answers.add(expected);
        String problem = answer.statusCode() == 409 ? " " + answer.<String>path("type").replaceFirst(".*/", "") : "";
        assertThat(answer.statusCode() + problem).as(answer.asString()).isEqualTo(expected);
    }

    /** On some days all over the history and around it, and at its end. */
    private void check(Instant knownAt) {
        for (int i = 0; i < 4; i++) {
            LocalDate asOf = i == 0 ? null : START.plusDays(random.nextInt(DAYS + 4) - 2);
            Map<String, String> expected = said.on(asOf, knownAt, List.copyOf(EDITORS.keySet()));
            Map<String, Object> question = new LinkedHashMap<>(Map.of("gathering", gathering));
            put(question, "asOf", asOf);
            put(question, "knownAt", knownAt);
            assertThat(ask(question)).as(question.toString()).isEqualTo(expected);
            if (i == 1) {
                String level = any(List.of("MINISTERIAL", "ENVOY", "AMBASSADOR"));
                question.put("level", level);
                expected.values().removeIf(sent -> !levels.get(sent.substring(0, sent.indexOf(' '))).equals(level));
                assertThat(ask(question)).as(question.toString()).isEqualTo(expected);
            }
        }
    }

    private static Map<String, String> ask(Map<String, Object> question) {
        Map<String, String> answer = new TreeMap<>();
        for (JsonNode item : Questions.ask("xac.reader", "/api/v1/delegations", question).path("items")) {
            answer.put(item.path("party").asText(),
                    item.at("/head/persons/0").asText() + " " + ids(item.path("members")) + " former "
                            + ids(item.path("former")));
        }
        return answer;
    }

    private static Set<String> ids(JsonNode persons) {
        Set<String> ids = new TreeSet<>();
        persons.forEach(person -> ids.add(person.asText()));
        return ids;
    }

    private Sent sent(String party) {
        String head = any(persons.get(party));
        String member = any(persons.get(party));
        return new Sent(head, head.equals(member) || random.nextBoolean() ? Set.of() : Set.of(member));
    }

    /** Often none, and often the same one. */
    private Instant moment() {
        Integer hour = any(Arrays.asList(null, null, 8, 20));
        return hour == null ? null : START.plusDays(random.nextInt(DAYS + 2) - 2).atTime(hour, 0).toInstant(ZoneOffset.UTC);
    }

    private static void put(Map<String, Object> body, Sent sent) {
        body.put("head", Map.of("kind", "SINGLE", "persons", List.of(sent.head())));
        body.put("members", List.copyOf(sent.members()));
    }

    private static void put(Map<String, Object> body, String field, Object value) {
        if (value != null) {
            body.put(field, value.toString());
        }
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
