package org.surety.priorities.position;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.surety.priorities.As;

/** Bodies of positions, and positions stated over the API as a party does it. */
public final class SamplePosition {

    private SamplePosition() {
    }

    /** Support of the multinational force under a condition, released to the coalition. */
    public static Map<String, Object> reserved() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("priority", "MULTINATIONAL_FORCE");
        body.put("stance", "SUPPORTS_WITH_RESERVATION");
        body.put("reservation", "Only after a ceasefire");
        body.put("statedOn", "2026-02-10");
        body.put("source", "Statement in the exercise council");
        body.put("label", Map.of("release", "COALITION"));
        return body;
    }

    /** Another stance of a day, to be seen by these parties alone; by all where none is named. */
    public static Map<String, Object> plain(String priority, String stance, String day, String... parties) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("priority", priority);
        body.put("stance", stance);
        body.put("statedOn", day);
        body.put("label", parties.length == 0
                ? Map.of("release", "PUBLIC")
                : Map.of("release", "NAMED", "parties", List.of(parties)));
        return body;
    }

    public static String stated(String user, Map<String, Object> body) {
        return As.user(user).body(body).post("/api/v1/positions").then().statusCode(201).extract().path("id");
    }
}
