package org.surety.delegations.gathering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.delegations.As;
import org.surety.delegations.RealParts;
import org.surety.delegations.Recorded;
import org.surety.delegations.SampleRecords;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Gatherings in the calendars of those who go there. */
@QuarkusTest
@RealParts
class GatheringCalendarTest {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    @BeforeEach
    void parties() {
        SampleRecords.party("XAA", "COALITION_MEMBER");
        SampleRecords.party("FRA", "COALITION_MEMBER");
    }

    @Test
    void anExerciseSaysSoAndStaysTheSameEvent() {
        String id = plan(
                Map.of("title", "Зустріч; готовність, 会议 🕊", "host", "XAA", "startsOn", "2026-03-10", "endsOn", "2026-03-11",
                        "place", "Exercise city", "agenda", "First\nsecond"));
        assertThat(lines(id)).containsExactly("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Surety//Gatherings//EN",
                "DESCRIPTION:Not accredited for classified information", "X-WR-CALDESC:Not accredited for classified information",
                "BEGIN:VEVENT",
                "UID:" + id + "@surety", "DTSTAMP:" + STAMP.format(Recorded.at(id, 1)), "LAST-MODIFIED:"
                        + STAMP.format(Recorded.at(id, 1)),
                "SEQUENCE:0", "DTSTART;VALUE=DATE:20260310", "DTEND;VALUE=DATE:20260312",
                "SUMMARY:EXERCISE: Зустріч\\; готовність\\, 会议 🕊", "LOCATION:Exercise city", "DESCRIPTION:First\\nsecond",
                "CLASS:PUBLIC", "X-SURETY-RELEASE:PUBLIC", "END:VEVENT", "END:VCALENDAR");

        As.coordinator().header("If-Match", "\"1\"").body(Map.of("reason", "snow"))
                .post("/api/v1/gatherings/" + id + "/cancellations")
                .then().statusCode(200);
        assertThat(lines(id)).contains("UID:" + id + "@surety", "STATUS:CANCELLED", "SEQUENCE:1",
                "DTSTAMP:" + STAMP.format(Recorded.at(id, 2)));
    }

    @Test
    void aRealOneOfTheCoalitionIsMarkedAsSuch() {
        String id = plan(Map.of("title", "Meeting", "host", "FRA", "startsOn", "2026-01-06", "status", "HELD", "label",
                Map.of("release", "COALITION")));
        assertThat(lines(id)).contains("SUMMARY:Meeting", "STATUS:CONFIRMED", "CLASS:CONFIDENTIAL", "X-SURETY-RELEASE:COALITION",
                "DTSTART;VALUE=DATE:20260106", "DTEND;VALUE=DATE:20260107");
        As.user("xaa.reader").accept("text/calendar").get("/api/v1/gatherings/" + id).then().statusCode(404)
                .body("type", equalTo("https://surety.example/problems/not-found"));
    }

    @Test
    void theListIsOneCalendarAPage() {
        List<String> planned = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            planned.add(plan(Map.of("title", "t" + i, "host", "XAA", "startsOn", "2033-01-0" + (i + 1))));
        }
        List<String> seen = new ArrayList<>();
        String next = "/api/v1/gatherings?series=EXERCISE&status=PLANNED&limit=2";
        while (next != null) {
            Response page = As.user("xaa.reader").accept("text/calendar").urlEncodingEnabled(false).get(next);
            page.then().statusCode(200).contentType(startsWith("text/calendar"));
            for (VEvent event : parsed(page).getEvents()) {
                seen.add(event.getUid().getValue().replace("@surety", ""));
            }
            String link = page.header("Link");
            next = link == null ? null : link.substring(link.indexOf('<') + 1, link.indexOf('>'));
        }
        assertThat(seen).doesNotHaveDuplicates().containsSubsequence(planned);
    }

    @Test
    void whoAsksForNothingSpecialGetsJson() {
        String id = SampleRecords.gathering("XAA");
        for (String path : List.of("/api/v1/gatherings", "/api/v1/gatherings/" + id)) {
            As.user("xaa.reader").accept("*/*").get(path).then().statusCode(200).contentType("application/json");
            As.user("xaa.reader").accept("application/json, text/calendar;q=0.5").get(path).then().statusCode(200)
                    .contentType("application/json");
            As.user("xaa.reader").accept("text/html").get(path).then().statusCode(406)
                    .body("type", equalTo("https://surety.example/problems/not-acceptable"));
            As.nobody().accept("text/calendar").get(path).then().statusCode(401).contentType("application/problem+json");
            As.user("auditor").accept("text/calendar").get(path).then().statusCode(403);
            // A calendar is of now.
            As.user("xaa.reader").accept("text/calendar").queryParam("knownAt", Instant.now().toString()).get(path).then()
                    .statusCode(400).body("type", equalTo("https://surety.example/problems/unknown-parameter"));
        }
    }

    private static String plan(Map<String, Object> body) {
        return As.coordinator().body(new HashMap<>(body)).post("/api/v1/gatherings").then().statusCode(201).extract().path("id");
    }

    private static List<String> lines(String id) {
        Response answer = As.user("fra.reader").accept("text/calendar").get("/api/v1/gatherings/" + id);
        answer.then().statusCode(200).contentType(startsWith("text/calendar"));
        assertThat(parsed(answer).validate(biweekly.ICalVersion.V2_0).isEmpty()).isTrue();
        return List.of(text(answer).split("\r\n"));
    }

    private static ICalendar parsed(Response answer) {
        return Biweekly.parse(text(answer)).first();
    }

    private static String text(Response answer) {
        return new String(answer.asByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
