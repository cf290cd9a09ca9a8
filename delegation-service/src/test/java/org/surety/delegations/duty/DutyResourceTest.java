package org.surety.delegations.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.delegations.As;
import org.surety.delegations.RealParts;
import org.surety.delegations.SampleRecords;
import org.surety.delegations.SettableClock;
import org.surety.delegations.grant.SampleGrants;
import org.surety.delegations.hosting.SampleGuests;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** XAF sends, XAE hosts and is of the coalition, XAG hosts and is not. The day is the first of March 2027 unless a test sets another. */
@QuarkusTest
@RealParts
class DutyResourceTest {

    private static final String PATH = "/api/v1/duties";
    private static final String PROBLEMS = "https://surety.example/problems/";
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    private static final Map<String, Object> HIDDEN = Map.of("undisclosed", "NOT_RELEASED");

    @Inject
    SettableClock clock;

    @Inject
    Database database;

    private String person;

    @BeforeEach
    void parties() {
        clock.set(TODAY);
        SampleRecords.party("XAE", "COALITION_MEMBER");
        SampleRecords.party("XAF", "COALITION_MEMBER");
        SampleRecords.party("XAG");
        person = person("MINISTER");
    }

    @AfterEach
    void today() {
        clock.set(null);
    }

    @Test
    void anAccreditationIsToBeDecidedByTheHostAndAwaitedByTheSenderUntilItIs() {
        String gathering = gathering("XAE", "2027-03-10", "2027-03-11");
        String delegation = SampleGuests.delegation("XAF", gathering);
        String id = SampleGuests.accreditation("XAF", delegation, person);

        Map<String, Object> toDecide = one("xae.reader", "accreditationsToDecide", gathering);
        assertThat(toDecide).containsEntry("id", id).containsEntry("version", 1).containsEntry("party", "XAF")
                .containsEntry("host", "XAE").containsEntry("delegation", delegation).containsEntry("person", person)
                .containsEntry("requestedOn", "2027-03-01");
        assertThat(toDecide.get("gathering")).isEqualTo(Map.of("id", gathering, "title", "Exercise gathering", "startsOn",
                "2027-03-10", "endsOn", "2027-03-11"));
        assertThat(one("xaf.reader", "accreditationsAwaited", gathering)).isEqualTo(toDecide);
        // What one has to do is no business of the other.
        assertThat(at("xaf.reader", "accreditationsToDecide", gathering)).isEmpty();
        assertThat(at("xae.reader", "accreditationsAwaited", gathering)).isEmpty();

        act("xae.editor", "accreditations/" + id + "/decisions", 1, Map.of("decision", "GRANTED"));
        assertThat(at("xae.reader", "accreditationsToDecide", gathering)).isEmpty();
        assertThat(at("xaf.reader", "accreditationsAwaited", gathering)).isEmpty();

        String withdrawn = SampleGuests.accreditation("XAF", delegation, person("OTHER"));
        act("xaf.editor", "accreditations/" + withdrawn + "/withdrawals", 1, Map.of("reason", "ill"));
        assertThat(at("xae.reader", "accreditationsToDecide", gathering)).isEmpty();
    }

    @Test
    void theHostThatWasAskedHasToDecideThoughAnotherHasBecomeIt() {
        String gathering = gathering("XAE", "2027-03-10", "2027-03-11");
        String id = SampleGuests.accreditation("XAF", SampleGuests.delegation("XAF", gathering), person);
        As.coordinator().header("If-Match", "\"1\"").body(Map.of("title", "Moved", "host", "XAF", "startsOn", "2027-03-10"))
                .put("/api/v1/gatherings/" + gathering).then().statusCode(200);

        assertThat(one("xae.reader", "accreditationsToDecide", gathering)).containsEntry("id", id);
        assertThat(at("xaf.reader", "accreditationsToDecide", gathering)).isEmpty();
        assertThat(one("xaf.reader", "accreditationsAwaited", gathering)).containsEntry("host", "XAE");
    }

    @Test
    void whatAHostAsksOfItselfIsToBeDecidedAndNotAwaited() {
        String gathering = gathering("XAF", "2027-03-10", "2027-03-11");
        String id = SampleGuests.accreditation("XAF", SampleGuests.delegation("XAF", gathering), person);
        assertThat(one("xaf.reader", "accreditationsToDecide", gathering)).containsEntry("id", id);
        assertThat(at("xaf.reader", "accreditationsAwaited", gathering)).isEmpty();
    }

    @Test
    void nothingIsToBeDoneForAGatheringFromTheDayAfterItsLastOrOnceItIsCalledOff() {
        String gathering = gathering("XAE", "2027-03-10", "2027-03-11");
        SampleGuests.accreditation("XAF", SampleGuests.delegation("XAF", gathering, person), person);
        clock.set(LocalDate.of(2027, 3, 11));
        assertThat(at("xae.reader", "accreditationsToDecide", gathering)).hasSize(1);
        assertThat(at("xaf.reader", "credentialsToPresent", gathering)).hasSize(1);
        clock.set(LocalDate.of(2027, 3, 12));
        assertThat(at("xae.reader", "accreditationsToDecide", gathering)).isEmpty();
        assertThat(at("xaf.reader", "accreditationsAwaited", gathering)).isEmpty();
        assertThat(at("xaf.reader", "credentialsToPresent", gathering)).isEmpty();

        clock.set(TODAY);
        SampleGuests.cancel(gathering);
        assertThat(at("xae.reader", "accreditationsToDecide", gathering)).isEmpty();
        assertThat(at("xaf.reader", "accreditationsAwaited", gathering)).isEmpty();
        assertThat(at("xaf.reader", "credentialsToPresent", gathering)).isEmpty();
    }

    @Test
    void theNearestGatheringComesFirst() {
        String later = gathering("XAE", "2027-05-02", "2027-05-02");
        String sooner = gathering("XAE", "2027-03-02", "2027-03-02");
        SampleGuests.accreditation("XAF", SampleGuests.delegation("XAF", later), person);
        SampleGuests.accreditation("XAF", SampleGuests.delegation("XAF", sooner), person);
        List<String> order = ask("xae.reader").extract().path("accreditationsToDecide.items.gathering.id");
        assertThat(order).containsSubsequence(sooner, later);
        List<String> days = ask("xae.reader").extract().path("accreditationsToDecide.items.gathering.startsOn");
        assertThat(days).isSorted();
    }

    @Test
    void credentialsAreToBePresentedThenInQuestionThenAccepted() {
        String gathering = gathering("XAE", "2027-03-10", "2027-03-11");
        String second = person("DEPUTY_MINISTER");
        String delegation = SampleGuests.delegation("XAF", gathering, person, second);
        Map<String, Object> missing = one("xaf.reader", "credentialsToPresent", gathering);
        assertThat(missing).containsEntry("delegation", delegation).containsEntry("host", "XAE")
                .containsEntry("heads", List.of(person, second));
        assertThat(at("xae.reader", "credentialsToPresent", gathering)).isEmpty();

        String id = SampleGuests.credentials("XAF", delegation, person);
        assertThat(one("xaf.reader", "credentialsToPresent", gathering)).containsEntry("heads", List.of(second));
        String others = SampleGuests.credentials("XAF", delegation, second);
        assertThat(at("xaf.reader", "credentialsToPresent", gathering)).isEmpty();
        assertThat(at("xaf.reader", "credentialsInQuestion", gathering)).isEmpty();

        act("xae.editor", "credentials/" + id + "/examinations", 1, Map.of("outcome", "CHALLENGED", "reason", "another seal"));
        assertThat(one("xaf.reader", "credentialsInQuestion", gathering)).containsEntry("id", id).containsEntry("version", 2)
                .containsEntry("delegation", delegation).containsEntry("host", "XAE").containsEntry("status", "CHALLENGED")
                .containsEntry("reason", "another seal").containsEntry("examinedOn", "2027-03-01");
        assertThat(at("xaf.reader", "credentialsToPresent", gathering)).isEmpty();
        assertThat(at("xae.reader", "credentialsInQuestion", gathering)).isEmpty();
        act("xae.editor", "credentials/" + id + "/examinations", 2, Map.of("outcome", "PROVISIONAL"));
        assertThat(one("xaf.reader", "credentialsInQuestion", gathering)).containsEntry("status", "PROVISIONAL")
                .doesNotContainKey("reason");
        act("xae.editor", "credentials/" + id + "/examinations", 3, Map.of("outcome", "ACCEPTED"));
        act("xae.editor", "credentials/" + others + "/examinations", 1, Map.of("outcome", "ACCEPTED"));
        assertThat(at("xaf.reader", "credentialsInQuestion", gathering)).isEmpty();
        assertThat(at("xaf.reader", "credentialsToPresent", gathering)).isEmpty();
    }

    @Test
    void ofAnUndisclosedHeadAnyCredentialsOfTheDelegationAreEnough() {
        String gathering = gathering("XAE", "2027-03-10", "2027-03-11");
        String delegation = SampleGuests.delegation("XAF", gathering);
        assertThat(one("xaf.reader", "credentialsToPresent", gathering)).containsEntry("heads", List.of());
        SampleGuests.credentials("XAF", delegation, person);
        assertThat(at("xaf.reader", "credentialsToPresent", gathering)).isEmpty();
    }

    @Test
    void powersExpireFromTheFirstDayInSightToTheirLastAndHaveExpiredAsLongAfter() {
        String powers = powers(person, "CONSENT_TO_BE_BOUND", "2027-06-30");
        assertThat(standing(powers, "2027-05-30", 30)).containsExactly();
        assertThat(standing(powers, "2027-05-31", 30)).containsExactly("powersExpiring");
        assertThat(standing(powers, "2027-06-30", 1)).containsExactly("powersExpiring");
        assertThat(standing(powers, "2027-07-01", 1)).containsExactly("powersExpired");
        assertThat(standing(powers, "2027-07-02", 1)).containsExactly();
        assertThat(standing(powers, "2027-07-30", 30)).containsExactly("powersExpired");
        assertThat(standing(powers, "2027-07-31", 30)).containsExactly();
        assertThat(standing(powers, "2026-06-30", 365)).containsExactly("powersExpiring");

        clock.set(LocalDate.of(2027, 6, 1));
        Map<String, Object> item = item("xaf.reader", "powersExpiring", powers, 30);
        assertThat(item).containsEntry("ground", "FULL_POWERS").containsEntry("act", "CONSENT_TO_BE_BOUND")
                .containsEntry("scope", "ALL").containsEntry("person", person).containsEntry("from", "2026-01-01")
                .containsEntry("until", "2027-06-30").containsEntry("version", 1).doesNotContainKey("office");
        // Thirty days is what is looked ahead when nothing is said.
        clock.set(LocalDate.of(2027, 5, 31));
        ask("xaf.reader").body("within", equalTo(30)).body("powersExpiring.items.id", hasItem(powers));
    }

    @Test
    void powersThatAreFollowedByNewerOnesForTheSameAreNobodysConcern() {
        String powers = powers(person, "ADOPTION_OF_TEXT", "2027-03-15");
        String followed = powers(person, "TERMINATION", "2027-03-15");
        assertThat(standing(powers, "2027-03-10", 30)).containsExactly("powersExpiring");
        // Of another person, another act or only a narrower scope they are not the same.
        String other = person("SPECIAL_ENVOY");
        powersFrom(other, "TERMINATION", "2027-03-16", "2027-12-31", Map.of());
        powersFrom(person, "CONSENT_TO_BE_BOUND", "2027-03-16", "2027-12-31", Map.of());
        powersFrom(person, "TERMINATION", "2027-03-16", "2027-12-31", Map.of("scope", "MULTINATIONAL_FORCE"));
        assertThat(standing(followed, "2027-03-20", 30)).containsExactly("powersExpired");

        String newer = powersFrom(person, "TERMINATION", "2027-03-20", "2027-12-31", Map.of());
        assertThat(standing(followed, "2027-03-10", 30)).containsExactly();
        assertThat(standing(followed, "2027-03-20", 30)).containsExactly();
        // Revoked on its first day, the newer one has never held.
        act("xaf.editor", "full-powers/" + newer + "/revocations", 1, Map.of("revokedOn", "2027-03-20", "reason", "error"));
        assertThat(standing(followed, "2027-03-20", 30)).containsExactly("powersExpired");
    }

    @Test
    void whatWasRevokedBeforeItsLastDayDoesNotExpire() {
        String powers = powers(person, "ADOPTION_OF_TEXT", "2027-03-25");
        act("xaf.editor", "full-powers/" + powers + "/revocations", 1, Map.of("revokedOn", "2027-03-05", "reason", "recalled"));
        assertThat(standing(powers, "2027-03-03", 30)).containsExactly();
        assertThat(standing(powers, "2027-03-26", 30)).containsExactly();
        String late = powers(person, "TERMINATION", "2027-03-25");
        act("xaf.editor", "full-powers/" + late + "/revocations", 1, Map.of("revokedOn", "2027-03-26", "reason", "too late"));
        assertThat(standing(late, "2027-03-26", 30)).containsExactly("powersExpired");
    }

    @Test
    void anOfficeThatSomebodyElseTakesUpIsFollowedAndAPracticeIsByTheSamePerson() {
        String office = SampleGrants.grant("xaf.editor", "offices", Map.of("party", "XAF", "person", person, "office",
                "FOREIGN_MINISTER", "from", "2026-01-01", "until", "2027-03-15"));
        String practice = SampleGrants.grant("xaf.editor", "accepted-practices", Map.of("party", "XAF", "person", person, "act",
                "ADOPTION_OF_TEXT", "from", "2026-01-01", "until", "2027-03-15"));
        String openEnd = SampleGrants.grant("xaf.editor", "offices", Map.of("party", "XAF", "person", person("OTHER"), "office",
                "HEAD_OF_STATE", "from", "2026-01-01"));
        clock.set(TODAY);
        assertThat(item("xaf.reader", "powersExpiring", office, 30)).containsEntry("ground", "OFFICE")
                .containsEntry("office", "FOREIGN_MINISTER").doesNotContainKey("act");
        assertThat(standing(practice, "2027-03-01", 30)).containsExactly("powersExpiring");
        assertThat(standing(openEnd, "2027-03-01", 365)).containsExactly();

        String other = person("MINISTER");
        SampleGrants.grant("xaf.editor", "offices",
                Map.of("party", "XAF", "person", other, "office", "FOREIGN_MINISTER", "from", "2027-03-16"));
        SampleGrants.grant("xaf.editor", "accepted-practices",
                Map.of("party", "XAF", "person", other, "act", "ADOPTION_OF_TEXT", "from", "2027-03-16"));
        assertThat(standing(office, "2027-03-01", 30)).containsExactly();
        assertThat(standing(practice, "2027-03-01", 30)).containsExactly("powersExpiring");
        SampleGrants.grant("xaf.editor", "accepted-practices",
                Map.of("party", "XAF", "person", person, "act", "ADOPTION_OF_TEXT", "from", "2026-06-01"));
        assertThat(standing(practice, "2027-03-01", 30)).containsExactly();
    }

    @Test
    void fullPowersOfAPersonWhoWasErasedAreNamedWhileTheyHold() {
        String powers = powers(person, "ADOPTION_OF_TEXT", "2027-12-31");
        assertThat(ids("xaf.reader", "powersOfErasedPersons", 30)).doesNotContain(powers);
        act("xaf.editor", "persons/" + person + "/erasure", 1, Map.of());
        assertThat(ids("xaf.reader", "powersOfErasedPersons", 30)).contains(powers);
        clock.set(LocalDate.of(2028, 1, 1));
        assertThat(ids("xaf.reader", "powersOfErasedPersons", 30)).doesNotContain(powers);
        clock.set(TODAY);
        act("xaf.editor", "full-powers/" + powers + "/revocations", 1, Map.of("revokedOn", "2027-03-02", "reason", "left"));
        assertThat(ids("xaf.reader", "powersOfErasedPersons", 30)).doesNotContain(powers);
    }

    @Test
    void whatIsNotReleasedToTheHostIsUndisclosed() {
        String gathering = gathering("XAE", "2027-03-10", "2027-03-11");
        String delegation = SampleGuests.delegation("XAF", gathering,
                Map.of("label", Map.of("release", "NATIONAL"), "head", Map.of("kind", "UNDISCLOSED")));
        String hidden = As.user("xaf.editor").body(Map.of("party", "XAF", "name", "Exercise Person", "rank", "OTHER", "label",
                Map.of("release", "NATIONAL"))).post("/api/v1/persons").then().statusCode(201).extract().path("id");
        String id = SampleGuests.accreditation("XAF", delegation, hidden);
        assertThat(one("xae.reader", "accreditationsToDecide", gathering)).containsEntry("id", id)
                .containsEntry("delegation", HIDDEN).containsEntry("person", HIDDEN);
        assertThat(one("xaf.reader", "accreditationsAwaited", gathering)).containsEntry("delegation", delegation)
                .containsEntry("person", hidden);
    }

    @Test
    void whatIsAtAGatheringThatIsNotReleasedIsLeftOut() {
        String gathering = SampleGuests.gathering(Map.of("host", "XAG", "startsOn", "2027-03-10", "label",
                Map.of("release", "COALITION")));
        SampleGuests.accreditation("XAF", SampleGuests.delegation("XAF", gathering), person);
        assertThat(at("xaf.reader", "accreditationsAwaited", gathering)).hasSize(1);
        ask("xag.editor").body("accreditationsToDecide.items", hasSize(0));
        assertThat(ask("xag.editor").extract().asString()).doesNotContain(gathering);
    }

    @Test
    void moreThanALimitIsCutOffAndSaidSo() {
        String powers = SampleGrants.grant("xae.editor", "accepted-practices", Map.of("party", "XAE", "person",
                SampleRecords.person("xae.editor", "XAE", "OTHER"), "act", "ADOPTION_OF_TEXT", "from", "2026-01-01", "until",
                "2027-03-09"));
        copies(powers, DutyService.LIMIT - 1);
        ask("xae.reader").body("limit", equalTo(DutyService.LIMIT)).body("powersExpiring.items", hasSize(DutyService.LIMIT))
                .body("powersExpiring.more", equalTo(false));
        copies(powers, 1);
        ask("xae.reader").body("powersExpiring.items", hasSize(DutyService.LIMIT)).body("powersExpiring.more", equalTo(true));
    }

    @Test
    void aPartyAsksForItself() {
        ask("xaf.editor").body("party", equalTo("XAF")).body("series", equalTo("EXERCISE"))
                .body("note", equalTo("Exercise: none of this is real.")).body("day", equalTo("2027-03-01"));
        assertThat(ask("xaf.reader", "party", "XAF").extract().asString())
                .isEqualTo(As.user("xaf.editor").get(PATH).then().statusCode(200).extract().asString());
        SampleRecords.party("FRA", "COALITION_MEMBER");
        ask("fra.reader").body("series", equalTo("REAL")).body("note", nullValue());

        ValidatableResponse hidden = As.user("xaf.editor").queryParam("party", "XAE").get(PATH).then().statusCode(404)
                .body("type", equalTo(PROBLEMS + "not-found"));
        assertThat(hidden.extract().<String>path("detail")).isEqualTo(As.user("xaf.editor").queryParam("party", "XZZ").get(PATH)
                .then().statusCode(404).extract().path("detail"));
        As.coordinator().queryParam("party", "XAF").get(PATH).then().statusCode(404);
        As.coordinator().get(PATH).then().statusCode(403).contentType("application/problem+json")
                .body("type", equalTo(PROBLEMS + "not-permitted"))
                .body("detail", equalTo("Your token names no party, so there is nothing for it to do."));
        As.user("auditor").get(PATH).then().statusCode(403).body("type", equalTo(PROBLEMS + "not-permitted"));
        As.user("operator").get(PATH).then().statusCode(403);
        As.nobody().get(PATH).then().statusCode(401).body("type", equalTo(PROBLEMS + "unauthenticated"));
    }

    @Test
    void badQuestionsAreNamed() {
        for (String days : List.of("0", "-1", "366")) {
            As.user("xaf.reader").queryParam("within", days).get(PATH).then().statusCode(400)
                    .body("type", equalTo(PROBLEMS + "invalid-request")).body("violations.field", equalTo(List.of("within")));
        }
        As.user("xaf.reader").queryParam("within", "soon").get(PATH).then().statusCode(400).body("violations.field",
                equalTo(List.of("within")));
        ask("xaf.reader", "within", "1").body("within", equalTo(1));
        ask("xaf.reader", "within", "365").body("within", equalTo(365));
        As.user("xaf.reader").queryParam("days", "7").get(PATH).then().statusCode(400)
                .body("type", equalTo(PROBLEMS + "unknown-parameter")).body("detail", equalTo("Known here: party, within."));
        As.user("xaf.editor").body(Map.of()).post(PATH).then().statusCode(405);
    }

    private String person(String rank) {
        return SampleRecords.person("xaf.editor", "XAF", rank);
    }

    private static String gathering(String host, String first, String last) {
        return SampleGuests.gathering(Map.of("host", host, "startsOn", first, "endsOn", last));
    }

    private String powers(String holder, String act, String until) {
        return powersFrom(holder, act, "2026-01-01", until, Map.of());
    }

    /** Issued on the first day of 2026 by somebody in office. */
    private String powersFrom(String holder, String act, String from, String until, Map<String, Object> with) {
        String issuer = person("MINISTER");
        SampleGrants.office("xaf.editor", "XAF", issuer, "HEAD_OF_GOVERNMENT");
        Map<String, Object> body = new HashMap<>(SampleGrants.powers("XAF", holder, act, issuer));
        body.putAll(Map.of("from", from, "until", until));
        body.putAll(with);
        return SampleGrants.grant("xaf.editor", "full-powers", body);
    }

    private void copies(String grant, int count) {
        SystemViewer.transaction(() -> database.run(connection -> Database.update(connection, """
                insert into authority_grant
                select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid()))).*
                from authority_grant r, generate_series(1, ?) where r.id = ?""", count, UUID.fromString(grant))));
    }

    private static void act(String user, String path, int version, Map<String, Object> body) {
        As.user(user).header("If-Match", "\"" + version + "\"").body(body).post("/api/v1/" + path).then().statusCode(200);
    }

    private static ValidatableResponse ask(String user, String... parameters) {
        var request = As.user(user);
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get(PATH).then().statusCode(200);
    }

    private static List<Map<String, Object>> items(String user, String list, int within) {
        return ask(user, "within", Integer.toString(within)).extract().path(list + ".items");
    }

    private static List<String> ids(String user, String list, int within) {
        return items(user, list, within).stream().map(item -> (String) item.get("id")).toList();
    }

    private static Map<String, Object> item(String user, String list, String id, int within) {
        return items(user, list, within).stream().filter(item -> id.equals(item.get("id"))).findFirst().orElseThrow();
    }

    /** The items of a list that are at this gathering. */
    private static List<Map<String, Object>> at(String user, String list, String gathering) {
        return items(user, list, 30).stream().filter(item -> gathering.equals(((Map<?, ?>) item.get("gathering")).get("id")))
                .toList();
    }

    private static Map<String, Object> one(String user, String list, String gathering) {
        List<Map<String, Object>> found = at(user, list, gathering);
        assertThat(found).as(list).hasSize(1);
        return found.get(0);
    }

    /** In which of the two lists the powers stand, on a day. */
    private List<String> standing(String powers, String day, int within) {
        clock.set(LocalDate.parse(day));
        List<String> found = List.of("powersExpiring", "powersExpired").stream()
                .filter(list -> ids("xaf.reader", list, within).contains(powers)).toList();
        clock.set(TODAY);
        return found;
    }
}
