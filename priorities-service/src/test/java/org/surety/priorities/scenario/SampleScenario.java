package org.surety.priorities.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.surety.priorities.As;

/** Bodies of scenarios, and scenarios drawn up over the API. */
public final class SampleScenario {

    private SampleScenario() {
    }

    /** A ceasefire, of XAA, released to the coalition. */
    public static Map<String, Object> ceasefire() {
        return of("A ceasefire", step("SITUATION", "situation", "CEASEFIRE_IN_FORCE", "from", "2026-03-01"));
    }

    /** Of XAA, released to the coalition. */
    @SafeVarargs
    static Map<String, Object> of(String title, Map<String, Object>... steps) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("party", "XAA");
        body.put("title", title);
        body.put("steps", List.of(steps));
        body.put("label", Map.of("release", "COALITION"));
        return body;
    }

    static Map<String, Object> step(String kind, Object... fields) {
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("step", kind);
        for (int i = 0; i < fields.length; i += 2) {
            step.put(fields[i].toString(), fields[i + 1]);
        }
        return step;
    }

    public static String drawn(String user, Map<String, Object> body) {
        return As.user(user).body(body).post("/api/v1/scenarios").then().statusCode(201).extract().path("id");
    }
}
