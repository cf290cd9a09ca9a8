package org.surety.priorities.question;

import java.util.LinkedHashMap;
import java.util.Map;

import org.surety.priorities.As;

/** Bodies of questions, and questions raised over the API. */
public final class SampleQuestion {

    private SampleQuestion() {
    }

    /** A question that XAA owns, released to the coalition. */
    public static Map<String, Object> drones() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("party", "XAA");
        body.put("priority", "CEASEFIRE_MONITORING");
        body.put("text", "Who decides on the flights of the observers' drones?");
        body.put("raisedOn", "2026-02-01");
        body.put("dueOn", "2026-02-20");
        body.put("source", "Minutes of the exercise council");
        body.put("label", Map.of("release", "COALITION"));
        return body;
    }

    public static String raised(String user, Map<String, Object> body) {
        return As.user(user).body(body).post("/api/v1/questions").then().statusCode(201).extract().path("id");
    }

    /** What happens to a question on a day. */
    static Map<String, Object> act(String day, String text) {
        return Map.of("day", day, "text", text);
    }
}
