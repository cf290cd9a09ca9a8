package org.surety.release.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.surety.release.feed.Listener.CHANGES;
import static org.surety.release.feed.Listener.as;
import static org.surety.release.feed.Notes.COALITION;
import static org.surety.release.feed.Notes.OWN;
import static org.surety.release.feed.Notes.PUBLIC;
import static org.surety.release.feed.Notes.named;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.surety.kit.actor.Actor;
import org.surety.kit.label.SystemViewer;
import org.surety.local.TestParts;
import org.surety.release.RealParts;

import io.quarkus.test.junit.QuarkusTest;

/** XAA owns the notes, XAB is a member too, XAC of the same series and no member. */
@QuarkusTest
@RealParts
class ChangesResourceTest {

    private static final String PROBLEMS = "https://surety.example/problems/";

    @Inject
    Notes notes;

    @Inject
    Places places;

    @Inject
    ReleasedLog log;

    @Test
    void whatIsReleasedIsToldWithoutStateNumberOrVersion() {
        Listener xab = Listener.fromNow("xab.reader");
        Listener xac = Listener.fromNow("xac.reader");
        String note = Notes.fresh();
        notes.write(note, 1, COALITION);
        notes.written(note, 2, COALITION, "text", "day");

        List<Map<String, Object>> told = xab.read(10);
        assertThat(told).hasSize(2);
        assertThat(told.get(1))
                .containsOnlyKeys("id", "type", "source", "subject", "href", "recordedAt", "effectiveOn", "party", "series",
                        "changed", "withdrawn", "cursor")
                .containsEntry("id", notes.idOf(note, 2))
                .containsEntry("type", "org.surety.note.amended.v1").containsEntry("source", "/notes")
                .containsEntry("subject", note)
                .containsEntry("href", "/api/v1/notes/" + note).containsEntry("effectiveOn", "2026-01-06")
                .containsEntry("party", "XAA")
                .containsEntry("series", "EXERCISE").containsEntry("changed", List.of("text", "day"))
                .containsEntry("withdrawn", false);
        assertThat(told.get(0)).containsEntry("type", "org.surety.note.taken.v1").containsEntry("changed", List.of());
        assertThat(xac.read(10)).isEmpty();
    }

    @Test
    void kindsOfARecordHaveTheirOwnAddressAndOthersNone() {
        Listener xac = Listener.fromNow("xac.reader");
        SystemViewer.transaction(() -> {
            notes.append("card", Notes.fresh(), 1, PUBLIC, Map.of("form", "LARGE"));
            notes.append("card", Notes.fresh(), 1, PUBLIC, Map.of("form", "SMALL"));
        });
        notes.numbered();
        List<Map<String, Object>> told = xac.read(10);
        assertThat(told.get(0)).containsEntry("href", "/api/v1/large-cards/" + told.get(0).get("subject"))
                .doesNotContainKey("series");
        assertThat(told.get(1)).doesNotContainKey("href");
    }

    @Test
    void whoLosesSightIsToldOnceAndNoMore() {
        Listener owner = Listener.fromNow("xaa.reader");
        Listener member = Listener.fromNow("xab.reader");
        Listener outsider = Listener.fromNow("xac.reader");
        String note = Notes.fresh();
        notes.write(note, 1, COALITION);
        notes.written(note, 2, PUBLIC, "label");
        List<String> ids = IntStream.rangeClosed(1, 2).mapToObj(version -> notes.idOf(note, version)).toList();
        assertThat(member.readIds(10)).isEqualTo(ids);
        assertThat(outsider.readIds(10)).containsExactly(ids.get(1));

        notes.write(note, 3, named("XAC"), "label");
        notes.write(note, 4, OWN, "label");
        notes.written(note, 5, OWN, "text");
        String third = notes.idOf(note, 3);
        String fourth = notes.idOf(note, 4);
        List<Map<String, Object>> told = member.read(10);
        assertThat(told).hasSize(1);
        assertThat(told.get(0)).containsOnlyKeys("id", "type", "source", "subject", "recordedAt", "changed", "withdrawn", "cursor")
                .containsEntry("id", third).containsEntry("type", "org.surety.record.withdrawn.v1")
                .containsEntry("source", "/notes")
                .containsEntry("subject", note).containsEntry("changed", List.of()).containsEntry("withdrawn", true);
        // Of the third version they are told no more: the record is not released to them now.
        assertThat(outsider.readIds(10)).containsExactly("-" + fourth);
        assertThat(owner.readIds(10)).hasSize(5).doesNotContain("-" + third, "-" + fourth);
        assertThat(member.read(10)).isEmpty();
    }

    @Test
    void whoBeginsAfterwardsIsToldNothingOfWhatIsWithdrawn() {
        Listener before = Listener.fromTheBeginning("xab.reader");
        before.page(1, 0);
        String gone = Notes.fresh();
        notes.write(gone, 1, COALITION);
        notes.write(gone, 2, OWN, "label");
        String back = Notes.fresh();
        notes.write(back, 1, COALITION);
        notes.write(back, 2, OWN, "label");
        notes.written(back, 3, COALITION, "label");

        List<String> shown = List.of(notes.idOf(back, 1), notes.idOf(back, 3));
        List<String> all = Listener.fromTheBeginning("xab.reader").readIds(3);
        assertThat(all).containsAll(shown).doesNotContain(notes.idOf(gone, 1), "-" + notes.idOf(gone, 2),
                "-" + notes.idOf(back, 2));
        // Cursors of single changes know as well when the following began.
        String first = as("xab.reader").queryParam("limit", 500).get(CHANGES).then().extract().path("changes[0].cursor");
        assertThat(as("xab.reader").queryParam("limit", 500).queryParam("after", first).get(CHANGES).then().extract().jsonPath()
                .getList("changes.findAll { it.withdrawn }")).isEmpty();
        assertThat(before.readIds(4)).containsSubsequence("-" + notes.idOf(gone, 2), shown.get(0), "-" + notes.idOf(back, 2),
                shown.get(1));
    }

    @Test
    void whatIsWithdrawnAndNotNumberedYetIsNotToldAnyMore() {
        Listener member = Listener.fromNow("xab.reader");
        String note = Notes.fresh();
        notes.written(note, 1, COALITION);
        String first = notes.idOf(note, 1);
        notes.whileNothingIsNumbered(() -> {
            notes.write(note, 2, OWN, "label");
            assertThat(notes.ask("select count(*) from withdrawal where subject = ? and sequence is null", note)).isEqualTo("1");
            assertThat(member.readIds(10)).isEmpty();
        });
        notes.numbered();
        assertThat(member.readIds(10)).containsExactly("-" + notes.idOf(note, 2));
        assertThat(member.readIds(10)).doesNotContain(first);
    }

    @Test
    void wideningIsToldAndWhatWasBeforeIsNot() {
        Listener outsider = Listener.fromNow("xac.reader");
        String note = Notes.fresh();
        notes.write(note, 1, OWN);
        notes.write(note, 2, OWN, "text");
        notes.written(note, 3, PUBLIC, "label");
        assertThat(outsider.readIds(10)).containsExactly(notes.idOf(note, 3));
        assertThat(Listener.fromTheBeginning("xac.reader").readIds(50)).contains(notes.idOf(note, 3)).doesNotContain(
                notes.idOf(note, 1),
                notes.idOf(note, 2));
    }

    @Test
    void pagesAreFullAndWhatIsHiddenIsPassedOver() {
        Listener outsider = Listener.fromNow("xac.reader");
        String start = outsider.cursor();
        List<String> shown = IntStream.range(0, 7).mapToObj(i -> {
            IntStream.range(0, 30).forEach(n -> notes.write(Notes.fresh(), 1, n % 2 == 0 ? OWN : COALITION));
            String note = Notes.fresh();
            notes.written(note, 1, PUBLIC);
            return notes.idOf(note, 1);
        }).toList();
        notes.written(Notes.fresh(), 1, OWN);
        assertThat(outsider.readIds(3)).isEqualTo(shown);
        // The cursor stands at the head of the log, past the last hidden one.
        assertThat(places.open(outsider.cursor(), viewer("XAC")).sequence()).isEqualTo(log.head(viewer("XAC")).sequence());
        as("xac.reader").queryParam("after", start).queryParam("limit", 7).get(CHANGES).then().body("changes", hasSize(7)).body(
                "more",
                is(false));
        // From the cursor of each change one goes on with the next.
        String third = as("xac.reader").queryParam("after", start).get(CHANGES).then().extract().path("changes[2].cursor");
        as("xac.reader").queryParam("after", third).get(CHANGES).then().body("changes.id", equalTo(shown.subList(3, 7)));
    }

    @Test
    void answersAreNotKept() {
        as("xaa.reader").get(CHANGES + "?limit=1").then().statusCode(200).header("Cache-Control", "no-store");
    }

    @Test
    void withoutAfterItBeginsAtTheBeginningAndNowAtTheHead() {
        String note = Notes.fresh();
        notes.written(note, 1, PUBLIC);
        assertThat(Listener.fromTheBeginning("auditor").readIds(500)).contains(notes.idOf(note, 1));
        as("auditor").get(CHANGES + "?after=&limit=1").then().statusCode(200).body("changes", hasSize(1));
        as("auditor").get(CHANGES + "?after=now&wait=20").then().statusCode(200).body("changes", empty()).body("more", is(false));
    }

    @Test
    void cursorsOfOthersAndAlteredOnesAreRefused() {
        notes.written(Notes.fresh(), 1, PUBLIC);
        String cursor = as("xab.reader").get(CHANGES + "?after=now").then().extract().path("next");
        as("xab.reader").queryParam("after", cursor).get(CHANGES).then().statusCode(200);
        for (String user : List.of("xaa.reader", "xab.editor", "coordinator", "auditor")) {
            refused(user, cursor);
        }
        char last = cursor.charAt(20) == 'A' ? 'B' : 'A';
        for (String altered : List.of("x", "now ", "NOW", "0", "-1", cursor.substring(1), cursor + "A", "%00", "a b", "\u00e9",
                cursor.substring(0, 20) + last + cursor.substring(21), "A".repeat(80), "A".repeat(4000))) {
            refused("xab.reader", altered);
        }
    }

    private static void refused(String user, String cursor) {
        as(user).queryParam("after", cursor).get(CHANGES).then().statusCode(400).body("type", equalTo(PROBLEMS + "invalid-request"))
                .body("violations.field", contains("after"));
    }

    @Test
    void placesOfALogThatIsNoMoreAreSaidToBe() {
        notes.written(Notes.fresh(), 1, PUBLIC);
        Actor xab = viewer("XAB");
        Place head = log.head(xab);
        for (Place place : List.of(new Place(UUID.randomUUID(), 1, 0), new Place(head.log(), head.sequence() + 1_000_000, 0),
                new Place(head.log(), 0, head.sequence() + 1_000_000))) {
            as("xab.reader").queryParam("after", places.close(place, xab)).get(CHANGES).then().statusCode(409)
                    .body("type", equalTo(PROBLEMS + "log-diverged"));
        }
    }

    @Test
    void parametersHaveTheirBounds() {
        for (String wrong : List.of("limit=0", "limit=501", "limit=-1", "limit=many", "wait=21", "wait=-1", "wait=1.5")) {
            as("xab.reader").get(CHANGES + "?" + wrong).then().statusCode(400)
                    .body("violations.field", contains(wrong.substring(0, wrong.indexOf('='))));
        }
        for (String unknown : List.of("logId=" + UUID.randomUUID(), "sequence=1")) {
            as("xab.reader").get(CHANGES + "?" + unknown).then().statusCode(400).body("type",
                    equalTo(PROBLEMS + "unknown-parameter"));
        }
        as("xab.reader").get(CHANGES + "?limit=1&limit=2").then().statusCode(400);
    }

    @Test
    void neitherFormIsForThoseOfTheOther() {
        given().get(CHANGES).then().statusCode(401);
        as("operator").get(CHANGES).then().statusCode(403);
        String service = TestParts.clientToken("priorities-service");
        given().auth().oauth2(service).get(CHANGES).then().statusCode(403).body("type", equalTo(PROBLEMS + "not-permitted"));
        given().auth().oauth2(service).get("/api/v1/log?limit=1").then().statusCode(200);
        for (String user : List.of("xaa.reader", "xaa.editor", "coordinator", "auditor", "operator")) {
            as(user).get("/api/v1/log").then().statusCode(403);
        }
    }

    static Actor viewer(String party) {
        return new Actor(null, null, party, Set.of("reader"));
    }
}
