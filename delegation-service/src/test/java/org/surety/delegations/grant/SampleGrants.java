package org.surety.delegations.grant;

import java.util.HashMap;
import java.util.Map;

import org.surety.delegations.As;

/** Grants of exercise parties, made over the API. */
public final class SampleGrants {

    private SampleGrants() {
    }

    /** An office of the person from the first day of 2026. */
    public static String office(String user, String party, String person, String office) {
        return grant(user, "offices", Map.of("party", party, "person", person, "office", office, "from", "2026-01-01"));
    }

    /** Full powers for all scopes, issued on the first day of 2026 by somebody who may. */
    public static String fullPowers(String user, String party, String person, String act, String issuer) {
        return grant(user, "full-powers", powers(party, person, act, issuer));
    }

    /** The body of {@link #fullPowers}, to be varied. */
    public static Map<String, Object> powers(String party, String person, String act, String issuer) {
        return new HashMap<>(Map.of("party", party, "person", person, "act", act, "from", "2026-01-01", "until", "2026-12-31",
                "issuedBy", issuer, "issuedOn", "2026-01-01"));
    }

    public static String grant(String user, String path, Map<String, Object> body) {
        return As.user(user).body(body).post("/api/v1/" + path).then().statusCode(201).header("ETag", "\"1\"").extract()
                .path("id");
    }

    /** The body with one field more or another value. */
    public static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> varied = new HashMap<>(body);
        varied.put(field, value);
        return varied;
    }

    /** The body without some fields. */
    public static Map<String, Object> without(Map<String, Object> body, String... fields) {
        Map<String, Object> varied = new HashMap<>(body);
        for (String field : fields) {
            varied.remove(field);
        }
        return varied;
    }
}
