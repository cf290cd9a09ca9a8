package org.surety.delegations;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Records made over the API, as the coordinator or an editor makes them. */
public final class SampleRecords {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private SampleRecords() {
    }

    /** Registers the party unless an earlier test has. */
    public static void party(String code, String... attributes) {
        List<Map<String, String>> holds = java.util.Arrays.stream(attributes).map(a -> Map.of("attribute", a, "from", "2026-01-01"))
                .toList();
        int status = As.coordinator()
                .body(Map.of("code", code, "kind", code.length() == 3 ? "STATE" : "ORGANISATION", "names",
                        Map.of("en", "Party " + code),
                        "attributes", holds))
                .post("/api/v1/parties").statusCode();
        if (status != 201 && status != 409) {
            throw new AssertionError("party " + code + ": " + status);
        }
    }

    public static String person(String user, String party, String rank) {
        return As.user(user)
                .body(Map.of("party", party, "name", "Exercise Person " + NEXT.incrementAndGet(), "post", "Post", "rank", rank))
                .post("/api/v1/persons").then().statusCode(201).extract().path("id");
    }

    public static String gathering(String host) {
        return As.coordinator().body(Map.of("title", "Exercise gathering", "host", host, "startsOn", "2026-03-10"))
                .post("/api/v1/gatherings").then().statusCode(201).extract().path("id");
    }
}
