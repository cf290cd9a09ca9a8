package org.surety.priorities.deliberation;

import java.util.LinkedHashMap;
import java.util.Map;

import org.surety.priorities.As;

/** Bodies of steps and texts of the multinational force, and both recorded over the API as the coordinator does it. */
public final class SampleDeliberation {

    static final String STEPS = "/api/v1/priorities/MULTINATIONAL_FORCE/deliberations";
    static final String TEXTS = "/api/v1/priorities/MULTINATIONAL_FORCE/texts";

    private SampleDeliberation() {
    }

    public static Map<String, Object> step(String state, String from) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("series", "EXERCISE");
        body.put("state", state);
        body.put("from", from);
        body.put("reason", "The exercise council agreed");
        body.put("source", "Minutes of the exercise council");
        body.put("label", Map.of("release", "COALITION"));
        return body;
    }

    public static Map<String, Object> draft() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("series", "EXERCISE");
        body.put("number", 1);
        body.put("language", "en");
        body.put("status", "DRAFT");
        body.put("title", "Concept of the multinational force");
        body.put("day", "2026-02-03");
        body.put("source", "Annex to the minutes of the exercise council");
        body.put("label", Map.of("release", "COALITION"));
        return body;
    }

    public static String moved(Map<String, Object> body) {
        return As.coordinator().body(body).post(STEPS).then().statusCode(201).extract().path("id");
    }

    public static String recorded(Map<String, Object> body) {
        return As.coordinator().body(body).post(TEXTS).then().statusCode(201).extract().path("id");
    }
}
