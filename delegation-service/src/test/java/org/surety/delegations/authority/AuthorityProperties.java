package org.surety.delegations.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.surety.delegations.As;
import org.surety.delegations.Questions;
import org.surety.delegations.RealParts;
import org.surety.delegations.RecordedTime;
import org.surety.delegations.SampleRecords;
import org.surety.delegations.authority.NaiveWorld.Held;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/**
 * Random histories of offices, powers, practices, confirmations, their corrections and revocations, and of ranks, played over the API: what
 * is accepted is what a naive world in memory accepts, and every question of (day, instant) has the answer that a replay of that world
 * gives. The seed of a failure is in its name.
 */
@QuarkusTest
@RealParts
class AuthorityProperties {

    private static final int COMMANDS = 45;
    private static final int DAYS = 60;
    private static final int DAYS_BETWEEN_QUESTIONS = 15;
    private static final LocalDate START = LocalDate.now(ZoneOffset.UTC).minusDays(100);
    private static final List<String> OFFICES = List.of("HEAD_OF_STATE", "FOREIGN_MINISTER");
    private static final List<String> ACTS = List.of("ADOPTION_OF_TEXT", "CONSENT_TO_BE_BOUND", "TERMINATION", "ISSUE_OF_POWERS");
    private static final List<String> SCOPES = List.of("ALL", "MULTINATIONAL_FORCE", UUID.randomUUID().toString());
    private static final List<String> RANKS = List.of("MINISTER", "HEAD_OF_GOVERNMENT", "SPECIAL_ENVOY");
    private static final Map<String, String> PATHS = Map.of("OFFICE", "/api/v1/offices", "FULL_POWERS", "/api/v1/full-powers",
            "PRACTICE", "/api/v1/accepted-practices", "CONFIRMATION", "/api/v1/confirmations");

    private Random random;
    private NaiveWorld world;
    private List<String> persons;
    private Map<String, Long> versions;
    private Set<String> outcomes;

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5, 6})
    void everyAnswerIsThatOfAReplay(long seed) {
        random = new Random(seed);
        world = new NaiveWorld();
        versions = new HashMap<>();
        outcomes = new TreeSet<>();
        SampleRecords.party("XAA", "COALITION_MEMBER");
        persons = new ArrayList<>();
        for (String rank : RANKS) {
            String person = SampleRecords.person("xaa.editor", "XAA", rank);
            persons.add(person);
            versions.put(person, 1L);
            world.rank(person, rank).recorded(RecordedTime.of(person, 1));
        }
        for (int i = 0; i < COMMANDS; i++) {
            play();
        }
        // A history in which nothing was refused or nothing granted would show little.
        assertThat(outcomes).contains("", "issuer-without-authority");
        for (Instant instant : world.instants()) {
            check(instant);
        }
        check(null);
    }

    private void play() {
        List<Held> all = world.all();
        int kind = all.isEmpty() ? 0 : random.nextInt(10);
        if (kind < 5) {
            grant(any(List.of("OFFICE", "OFFICE", "FULL_POWERS", "FULL_POWERS", "PRACTICE", "CONFIRMATION")));
        } else if (kind < 7) {
            correct(any(all));
        } else if (kind < 9) {
            revoke(any(all));
        } else {
            rename(any(persons));
        }
    }

    private void grant(String ground) {
        Held held = described(ground, null, any(persons));
        Map<String, Object> body = body(held);
        body.put("party", "XAA");
        body.put("person", held.person());
        Response answer = As.user("xaa.editor").body(body).post(PATHS.get(ground));
        String refusal = world.refusalOfGrant(held);
        expect(answer, refusal, 201);
        if (refusal.isEmpty()) {
            String id = answer.path("id");
            versions.put(id, 1L);
            world.put(held.as(id)).recorded(RecordedTime.of(id, 1));
        }
    }

    private void correct(Held before) {
        Held after = described(before.ground(), before.id(), before.person());
        long version = versions.get(before.id());
        Response answer = As.user("xaa.editor").header("If-Match", "\"" + version + "\"").body(body(after))
                .put(PATHS.get(before.ground()) + "/" + before.id());
        if (before.revokedOn() == null && before.equals(after)) {
            assertThat(answer.header("ETag")).isEqualTo("\"" + version + "\"");
            return;
        }
        String refusal = before.revokedOn() == null
                ? world.refusalOfGrant(after)
                : before.equals(after.revoked(before.revokedOn())) ? "" : "already-revoked";
        expect(answer, refusal, 200);
        if (refusal.isEmpty() && before.revokedOn() == null) {
            versions.put(before.id(), version + 1);
            world.put(after).recorded(RecordedTime.of(before.id(), version + 1));
        }
    }

    private void revoke(Held held) {
        LocalDate day = day();
        long version = versions.get(held.id());
        Response answer = As.user("xaa.editor").header("If-Match", "\"" + version + "\"")
                .body(Map.of("revokedOn", day.toString(), "reason", "r"))
                .post(PATHS.get(held.ground()) + "/" + held.id() + "/revocations");
        boolean again = day.equals(held.revokedOn());
        expect(answer, held.revokedOn() == null || again ? "" : "already-revoked", 200);
        if (held.revokedOn() == null) {
            versions.put(held.id(), version + 1);
            world.put(held.revoked(day)).recorded(RecordedTime.of(held.id(), version + 1));
        }
    }

    private void rename(String person) {
        String rank = any(RANKS);
        long version = versions.get(person);
        Response answer = As.user("xaa.editor").header("If-Match", "\"" + version + "\"")
                .body(Map.of("name", "n" + version, "rank", rank)).put("/api/v1/persons/" + person);
        expect(answer, "", 200);
        versions.put(person, version + 1);
        world.rank(person, rank).recorded(RecordedTime.of(person, version + 1));
    }

    private void expect(Response answer, String refusal, int accepted) {
        outcomes.add(refusal);
        assertThat(answer.statusCode()).as(refusal + " but " + answer.asString()).isEqualTo(refusal.isEmpty() ? accepted : 409);
        if (!refusal.isEmpty()) {
            assertThat(answer.<String>path("type")).endsWith("/" + refusal);
        }
    }

    /** A description that breaks no rule of the form; whether it is accepted is the world's business. */
    private Held described(String ground, String id, String person) {
        LocalDate from = day();
        LocalDate until = random.nextInt(4) == 0 ? null : from.plusDays(random.nextInt(30));
        if (ground.equals("OFFICE")) {
            return new Held(id, person, ground, any(OFFICES), null, "ALL", from, until, null, null, null);
        }
        if (ground.equals("PRACTICE")) {
            return new Held(id, person, ground, null, any(ACTS), any(SCOPES), from, until, null, null, null);
        }
        boolean powers = ground.equals("FULL_POWERS");
        LocalDate end = powers || until != null ? until : from;
        LocalDate issued = powers ? from.minusDays(random.nextInt(10)) : end.plusDays(random.nextInt(10));
        return new Held(id, person, ground, null, any(ACTS), any(SCOPES), from, end, any(persons), issued, null);
    }

    private static Map<String, Object> body(Held held) {
        Map<String, Object> body = new LinkedHashMap<>();
        put(body, "office", held.office());
        put(body, "act", held.act());
        put(body, "scope", held.scope());
        put(body, "from", held.from());
        put(body, "until", held.until());
        put(body, "issuedBy", held.issuedBy());
        put(body, "issuedOn", held.issuedOn());
        return body;
    }

    private static void put(Map<String, Object> body, String field, Object value) {
        if (value != null) {
            body.put(field, value.toString());
        }
    }

    /** On days all over the history and around it, others for each instant: about a person, an act and a scope at random. */
    private void check(Instant knownAt) {
        for (int i = -random.nextInt(DAYS_BETWEEN_QUESTIONS) - 1; i < DAYS + 35; i += DAYS_BETWEEN_QUESTIONS) {
            LocalDate day = START.plusDays(i);
            String person = any(persons);
            String act = any(ACTS);
            String scope = any(Arrays.asList(null, "ALL", "MULTINATIONAL_FORCE", SCOPES.get(2), "CEASEFIRE_MONITORING"));
            Map<String, Object> question = new LinkedHashMap<>(
                    Map.of("party", "XAA", "person", person, "act", act, "at", day.toString()));
            put(question, "scope", scope);
            put(question, "knownAt", knownAt);
            assertThat(said(Questions.ask("xaa.reader", "/api/v1/authority", question))).as(question.toString())
                    .isEqualTo(world.answer(person, act, scope, day, knownAt));
        }
    }

    private static String said(JsonNode answer) {
        if (answer.isMissingNode()) {
            return "404";
        }
        List<String> ids = new ArrayList<>();
        answer.path("records").forEach(held -> ids.add(held.path("id").asText()));
        ids.sort(null);
        JsonNode ground = answer.path("ground");
        return answer.path("answer").asText() + " " + (ground.isTextual() ? ground.asText() : "-") + " " + ids;
    }

    private LocalDate day() {
        return START.plusDays(random.nextInt(DAYS));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
