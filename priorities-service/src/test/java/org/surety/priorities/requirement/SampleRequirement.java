package org.surety.priorities.requirement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.surety.priorities.As;

/** Bodies of requirements, and requirements stated over the API as the coordinator does it. */
public final class SampleRequirement {

    private SampleRequirement() {
    }

    /** 600 observers of the exercise, at least 400, by monitoring or force contribution. */
    public static Map<String, Object> observers() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("series", "EXERCISE");
        body.put("priority", "CEASEFIRE_MONITORING");
        body.put("title", "Observers along the line of contact");
        body.put("unit", "observers");
        body.put("quantity", 600);
        body.put("minimum", 400);
        body.put("domain", "LAND");
        body.put("place", "Exercise state Juniper");
        body.put("from", "2026-03-01");
        body.put("until", "2028-02-29");
        body.put("kinds", List.of("MONITORING", "FORCE_CONTRIBUTION"));
        body.put("bindingForm", "POLITICAL");
        body.put("attributeRule", "at least one nuclear-capable European power");
        body.put("label", Map.of("release", "COALITION"));
        return body;
    }

    public static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(body);
        if (value == null) {
            changed.remove(field);
        } else {
            changed.put(field, value);
        }
        return changed;
    }

    /** A requirement of the multinational force with a thousand soldiers, open to all. */
    public static Map<String, Object> soldiers() {
        Map<String, Object> body = with(observers(), "priority", "MULTINATIONAL_FORCE");
        body = with(body, "title", "Land component");
        body = with(body, "unit", "soldiers");
        body = with(body, "quantity", 1000);
        body = with(body, "minimum", 750);
        body = with(body, "kinds", List.of("FORCE_CONTRIBUTION"));
        return with(body, "label", Map.of("release", "PUBLIC"));
    }

    public static UUID stated(Map<String, Object> body) {
        return UUID.fromString(
                As.coordinator().body(body).post("/api/v1/requirements").then().statusCode(201).extract().path("id"));
    }
}
