package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.surety.acceptance.ChangeListener.Event;

import com.fasterxml.jackson.databind.JsonNode;

/** Partners follow what is released to them, by the stream. */
@ExtendWith(SuiteExtension.class)
class PartnerStreamIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String PARTY = "XAA";
    private static final String COALITION = "{\"release\": \"COALITION\"}";
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

    private ChangeListener listen(String user, String last) throws Exception {
        return new ChangeListener(suite.instance().gatewayUrl(), api.token(user), last);
    }
}
