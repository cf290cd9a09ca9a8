package org.surety.priorities.situation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.surety.priorities.As;

import io.restassured.response.Response;

/** Bodies of situations, and situations over the API as parties declare them. */
public final class SampleSituation {

    static final String PATH = "/api/v1/situations";

    private SampleSituation() {
    }

    /** A ceasefire of the exercise from 2026-03-01 on, which the golden samples tell of. */
    public static Map<String, Object> ceasefire() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("series", "EXERCISE");
        body.put("kind", "CEASEFIRE_IN_FORCE");
        body.put("title", "Ceasefire along the line of contact");
        body.put("text", "Fire has ceased along the whole line");
        body.put("host", "XAJ");
        body.put("place", "Exercise state Juniper");
        body.put("from", "2026-03-01");
        body.put("determinedBy", "Monitoring commission of the exercise");
        body.put("source", "Communique 4 of the exercise");
        body.put("label", Map.of("release", "COALITION"));
        return body;
    }

    public static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    /** Proposed by the user, who is the coordinator or an editor. */
    public static UUID proposed(String user, Map<String, Object> body) {
        return UUID.fromString(As.user(user).body(body).post(PATH).then().statusCode(201).extract().path("id"));
    }

    /** Proposed by XAA and confirmed by XAB: in force, at version 2. */
    public static UUID determined(Map<String, Object> body) {
        UUID id = proposed("xaa.editor", body);
        act("xab.editor", id, 1, "determinations", Map.of()).then().statusCode(200);
        return id;
    }

    public static Response act(String user, UUID id, int version, String act, Map<String, Object> body) {
        return As.user(user).header("If-Match", "\"" + version + "\"").body(body).post(PATH + "/" + id + "/" + act);
    }
}
