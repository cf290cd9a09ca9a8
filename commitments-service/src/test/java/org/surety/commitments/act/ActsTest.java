package org.surety.commitments.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.surety.commitments.Rest.PROBLEMS;
import static org.surety.commitments.Rest.as;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.surety.commitments.Known;
import org.surety.commitments.OwnersFeed;
import org.surety.commitments.RealParts;
import org.surety.commitments.Rows;
import org.surety.commitments.authority.Judge;
import org.surety.contracts.AuthorityState;
import org.surety.contracts.Ground;
import org.surety.contracts.KindOfAct;
import org.surety.contracts.Office;
import org.surety.contracts.PersonState;
import org.surety.contracts.Rank;
import org.surety.contracts.Series;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;
import org.surety.kit.label.SystemViewer;

import io.quarkus.test.junit.QuarkusTest;

/** Who files and withdraws a commitment, and whether with authority. */
@QuarkusTest
@RealParts
class ActsTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 11);
    private static final Label COALITION = Label.of(Release.COALITION, Series.EXERCISE, "XAA", List.of());

    @Inject
    Known known;

    @Inject
    Rows rows;

    @Inject
    Judge judge;

    @BeforeEach
    void parties() {
        known.parties("XAA", "XAB");
        // What a test before could not be told is not asked for again at once.
        await().atMost(LIMIT).until(() -> SystemViewer.transaction(judge::isInformed));
    }

    @AfterEach
    void rest() {
        OwnersFeed.beAtRest();
    }

    private static String draft(String label) {
        String id = as("xaa.editor").body("""
                {"party": "XAA", "basis": "GUARANTEE", "kind": "FORCE_CONTRIBUTION", "title": "A brigade",
                 "priority": "MULTINATIONAL_FORCE", "quantity": {"quantity": 4000, "unit": "soldiers"},
                 "label": {"release": "%s"}}""".formatted(label)).post("/api/v1/commitments").then().statusCode(201).extract()
                .path("id");
        return "/api/v1/commitments/" + id;
    }

    private static String filing(UUID person, String binding) {
        return "{\"person\": \"%s\", \"binding\": \"%s\", \"doneOn\": \"%s\"}".formatted(person, binding, DAY);
    }

    private static String filed(UUID person, String binding, String label, String authority) {
        String path = draft(label);
        as("xaa.editor", 1).body(filing(person, binding)).post(path + "/filings").then().statusCode(200)
                .body("authority", equalTo(authority));
        return path;
    }

    private static void becomes(String path, String authority) {
        await().atMost(LIMIT).untilAsserted(() -> as("xaa.reader").get(path).then().body("authority", equalTo(authority)));
    }

    private UUID grant(UUID person, Ground ground, KindOfAct act, String scope, Label label) {
        UUID id = UUID.randomUUID();
        known.grant(new AuthorityState(id, "XAA", person, ground, ground == Ground.OFFICE ? Office.FOREIGN_MINISTER : null, act,
                scope, DAY.minusYears(1), null), 1, label);
        return id;
    }

    private UUID person(Rank rank) {
        return known.person("XAA", rank, Label.openToAll());
    }

    @Test
    void aForeignMinisterBindsByOfficeAndStillDoesAfterLeavingTheDelegation() {
        UUID minister = person(Rank.MINISTER);
        UUID office = grant(minister, Ground.OFFICE, null, AuthorityState.EVERYTHING, Label.openToAll());
        UUID delegation = UUID.randomUUID();
        known.delegation(delegation, "XAA", 1, Label.openToAll(), minister);
        String before = filed(minister, "LEGAL", "COALITION", "YES");
        known.delegation(delegation, "XAA", 2, Label.openToAll());
        String after = filed(minister, "LEGAL", "COALITION", "YES");
        for (String path : List.of(before, after)) {
            as("xaa.reader").get(path).then().body("acts", hasSize(1)).body("acts[0].kind", equalTo("FILING"))
                    .body("acts[0].act", equalTo("CONSENT_TO_BE_BOUND")).body("acts[0].person", equalTo(minister.toString()))
                    .body("acts[0].ground", equalTo("OFFICE")).body("acts[0].grants", contains(office.toString()))
                    .body("acts[0].doneOn", equalTo(DAY.toString())).body("acts[0].missing", nullValue())
                    .body("acts[0].judgedAt", notNullValue()).body("binding", equalTo("LEGAL"));
        }
    }

    @Test
    void anEnvoyWithoutPowersIsConfirmedLater() {
        UUID envoy = person(Rank.SPECIAL_ENVOY);
        String path = filed(envoy, "LEGAL", "COALITION", "NO");
        as("xaa.reader").get(path).then().body("state", equalTo("FILED"))
                .body("acts[0].missing", containsString("CONSENT_TO_BE_BOUND"));
        grant(envoy, Ground.CONFIRMATION, KindOfAct.CONSENT_TO_BE_BOUND, UUID.randomUUID().toString(), Label.openToAll());
        grant(envoy, Ground.FULL_POWERS, KindOfAct.CONSENT_TO_BE_BOUND, "CEASEFIRE_MONITORING", Label.openToAll());
        grant(envoy, Ground.CONFIRMATION, KindOfAct.CONSENT_TO_BE_BOUND, path.substring(path.lastIndexOf('/') + 1),
                Label.openToAll());
        becomes(path, "YES");
        as("xaa.reader").get(path).then().body("acts[0].ground", equalTo("CONFIRMATION")).header("ETag", "\"3\"");
        String id = path.substring(path.lastIndexOf('/') + 1);
        assertThat(rows.of("select type || ' ' || actor from change where subject = ? and type like '%judged%'", id))
                .containsExactly("org.surety.commitment.judged.v1 commitments-service");
        assertThat(rows.count("open_act where commitment = ?::uuid", id)).isZero();
    }

    @Test
    void whatWasDoneWithAuthorityIsNeverQuestionedAgain() {
        UUID envoy = person(Rank.SPECIAL_ENVOY);
        UUID powers = grant(envoy, Ground.FULL_POWERS, KindOfAct.CONSENT_TO_BE_BOUND, "MULTINATIONAL_FORCE", Label.openToAll());
        String path = filed(envoy, "LEGAL", "COALITION", "YES");
        known.grant(new AuthorityState(powers, "XAA", envoy, Ground.FULL_POWERS, null, KindOfAct.CONSENT_TO_BE_BOUND,
                "MULTINATIONAL_FORCE", DAY.minusYears(1), DAY.minusYears(2)), 2, Label.openToAll());
        String later = filed(envoy, "LEGAL", "COALITION", "NO");
        await().atMost(LIMIT).until(() -> rows.count("open_act where due") == 0);
        as("xaa.reader").get(path).then().body("authority", equalTo("YES")).header("ETag", "\"2\"");
        as("xaa.reader").get(later).then().body("authority", equalTo("NO")).header("ETag", "\"2\"");
    }

    @Test
    void aPoliticalPromiseAsksForNoPowersHoweverOldWhatIsKnown() {
        UUID official = person(Rank.SENIOR_OFFICIAL);
        OwnersFeed.goAhead();
        String path = filed(official, "POLITICAL", "COALITION", "YES");
        as("xaa.reader").get(path).then().body("acts[0].act", equalTo("POLITICAL_PROMISE")).body("acts[0].ground", nullValue());
        as("xaa.editor", 1).body("{\"person\": \"%s\"}".formatted(official)).post(draft("PUBLIC") + "/filings").then()
                .statusCode(200).body("binding", equalTo("POLITICAL"));
    }

    @Test
    void whatIsJudgedByOldKnowledgeIsProvisionalAndJudgedAgain() {
        UUID minister = person(Rank.MINISTER);
        UUID envoy = person(Rank.SPECIAL_ENVOY);
        grant(minister, Ground.OFFICE, null, AuthorityState.EVERYTHING, Label.openToAll());
        OwnersFeed.goAhead();
        String one = filed(minister, "LEGAL", "COALITION", "PROVISIONAL");
        OwnersFeed.fallSilent();
        String other = filed(envoy, "LEGAL", "COALITION", "PROVISIONAL");
        as("xaa.reader").get(one).then().body("acts[0].missing", containsString("may not have arrived"));
        OwnersFeed.beAtRest();
        becomes(one, "YES");
        becomes(other, "NO");
    }

    @Test
    void nobodyIsRefusedWhoMayOnlyNotHaveArrived() {
        UUID unknown = UUID.randomUUID();
        String path = draft("COALITION");
        as("xaa.editor", 1).body(filing(unknown, "LEGAL")).post(path + "/filings").then().statusCode(400)
                .body("violations[0].field", equalTo("person")).body("violations[0].message", containsString("is not known here"));
        OwnersFeed.goAhead();
        as("xaa.editor", 1).body(filing(unknown, "POLITICAL")).post(path + "/filings").then().statusCode(200)
                .body("authority", equalTo("PROVISIONAL"));
        known.person(new PersonState(unknown, "XAA", Rank.MINISTER, null), 1, Label.openToAll());
        OwnersFeed.beAtRest();
        becomes(path, "YES");
        OwnersFeed.goAhead();
        String never = filed(UUID.randomUUID(), "POLITICAL", "COALITION", "PROVISIONAL");
        OwnersFeed.beAtRest();
        becomes(never, "NO");
    }

    @Test
    void badActsNameTheField() {
        String path = draft("COALITION");
        UUID other = known.person("XAB", Rank.MINISTER, Label.openToAll());
        refused(path, "{}", "person", "must be stated");
        refused(path, filing(other, "LEGAL"), "person", "is a person of XAB");
        refused(path, filing(other, "HALF"), "binding", "must be one of");
        refused(path, "{\"person\": \"nobody\"}", "person", "");
        refused(path, "{\"person\": \"%s\", \"colour\": \"red\"}".formatted(other), "colour", "is not a field");
        refused(path, "{\"person\": \"%s\", \"source\": \"%s\"}".formatted(Known.actor("XAA"), "x".repeat(2001)), "source",
                "at most 2000");
        as("xaa.editor").get(path).then().body("state", equalTo("DRAFT")).header("ETag", "\"1\"");
    }

    private static void refused(String path, String body, String field, String message) {
        as("xaa.editor", 1).body(body).post(path + "/filings").then().statusCode(400)
                .body("type", equalTo(PROBLEMS + "invalid-request")).body("violations[0].field", equalTo(field))
                .body("violations[0].message", containsString(message));
    }

    @Test
    void whatNotAllWhoSeeThePromiseMaySeeDoesNotCountForIt() {
        UUID envoy = person(Rank.SPECIAL_ENVOY);
        grant(envoy, Ground.FULL_POWERS, KindOfAct.CONSENT_TO_BE_BOUND, "MULTINATIONAL_FORCE", COALITION);
        filed(envoy, "LEGAL", "PUBLIC", "NO");
        String path = filed(envoy, "LEGAL", "COALITION", "YES");
        as("xaa.editor", 2).body("""
                {"kind": "FORCE_CONTRIBUTION", "title": "A brigade", "priority": "MULTINATIONAL_FORCE",
                 "quantity": {"quantity": 4000, "unit": "soldiers"}, "label": {"release": "PUBLIC"}}""").put(path).then()
                .statusCode(409).body("type", equalTo(PROBLEMS + "released-too-widely"))
                .body("detail", containsString("COALITION"));
    }

    @Test
    void aPersonWhoIsNotReleasedIsUndisclosed() {
        UUID person = known.person("XAA", Rank.MINISTER, Label.national("XAA"));
        String path = filed(person, "POLITICAL", "COALITION", "YES");
        as("xaa.reader").get(path).then().body("acts[0].person", equalTo(person.toString())).header("ETag", "\"2\"");
        String redacted = as("xab.reader").get(path).then().statusCode(200)
                .body("acts[0].person.undisclosed", equalTo("NOT_RELEASED")).header("ETag", not(equalTo("\"2\""))).extract()
                .header("ETag");
        as("xab.reader").header("If-None-Match", redacted).get(path).then().statusCode(304);
        as("xab.reader").get("/api/v1/commitments?party=XAA&limit=500").then().statusCode(200)
                .body("items.findAll { it.id == '%s' }.acts[0].person.undisclosed".formatted(path.substring(path.length() - 36)),
                        contains("NOT_RELEASED"));
        known.person(new PersonState(person, "XAA", Rank.MINISTER, null), 2, Label.openToAll());
        as("xab.reader").header("If-None-Match", redacted).get(path).then().statusCode(200)
                .body("acts[0].person", equalTo(person.toString())).header("ETag", "\"2\"");
    }

    @Test
    void aWithdrawalWithoutAuthorityWaitsForIt() {
        UUID minister = person(Rank.MINISTER);
        grant(minister, Ground.OFFICE, null, AuthorityState.EVERYTHING, Label.openToAll());
        UUID envoy = person(Rank.SPECIAL_ENVOY);
        String path = filed(minister, "LEGAL", "COALITION", "YES");
        String body = "{\"person\": \"%s\", \"reason\": \"refused\"}".formatted(envoy);
        as("xaa.editor", 2).body(body).post(path + "/withdrawals").then().statusCode(200).body("state", equalTo("FILED"))
                .body("acts[1].authority", equalTo("NO")).body("acts[1].act", equalTo("TERMINATION"))
                .body("acts[1].reason", equalTo("refused")).body("withdrawal", nullValue());
        as("xaa.editor", 3).body(body).post(path + "/withdrawals").then().statusCode(200).header("ETag", "\"3\"")
                .body("acts", hasSize(2));
        grant(envoy, Ground.FULL_POWERS, KindOfAct.TERMINATION, path.substring(path.lastIndexOf('/') + 1), Label.openToAll());
        await().atMost(LIMIT).untilAsserted(() -> as("xaa.reader").get(path).then().body("state", equalTo("WITHDRAWN")));
        as("xaa.reader").get(path).then().body("withdrawal.reason", equalTo("refused")).body("authority", equalTo("YES"));
        as("xaa.editor", 4).body(body).post(path + "/withdrawals").then().statusCode(200).header("ETag", "\"4\"");
        as("xaa.editor", 4).body(body.replace("refused", "other")).post(path + "/withdrawals").then().statusCode(409)
                .body("type", equalTo(PROBLEMS + "act-not-allowed"));
    }

    @Test
    void anActThatCannotBeReviewedHoldsUpNoOther() {
        UUID envoy = person(Rank.SPECIAL_ENVOY);
        String broken = filed(envoy, "LEGAL", "COALITION", "NO");
        String other = filed(envoy, "LEGAL", "COALITION", "NO");
        await().atMost(LIMIT).until(() -> rows.count("open_act where due") == 0);
        String act = rows.of("update open_act set act = gen_random_uuid() where commitment = ?::uuid returning act::text",
                broken.substring(broken.lastIndexOf('/') + 1)).get(0);
        grant(envoy, Ground.CONFIRMATION, KindOfAct.CONSENT_TO_BE_BOUND, AuthorityState.EVERYTHING, Label.openToAll());
        becomes(other, "YES");
        assertThat(rows.count("open_act where act = ?::uuid and due", act)).isOne();
        rows.change("delete from open_act where act = ?::uuid", act);
    }

    @Test
    void howMuchWasKnownIsKeptWithTheAct() {
        rows.change(
                "insert into watermark (owner, log_id, sequence) values ('delegations', '%1$s', 7) on conflict (owner) do update "
                        .formatted(new UUID(1, 2)) + "set log_id = excluded.log_id, sequence = 7");
        String path = filed(Known.actor("XAA"), "LEGAL", "COALITION", "NO");
        assertThat(rows.of("select acts #>> '{0,verdict,log}' || ' ' || (acts #>> '{0,verdict,sequence}') from commitment "
                + "where id = ?::uuid", path.substring(path.lastIndexOf('/') + 1))).containsExactly(new UUID(1, 2) + " 7");
        as("xaa.reader").get(path).then().body(not(containsString(new UUID(1, 2).toString())));
        rows.change("update watermark set log_id = null, sequence = 0, change_id = null where owner = 'delegations'");
    }

    @Test
    void theActsOfADelegationsPersonsAreListedWhetherTheyAreStillInIt() {
        UUID delegation = UUID.randomUUID();
        UUID stays = person(Rank.MINISTER);
        UUID leaves = person(Rank.SPECIAL_ENVOY);
        UUID hidden = known.person("XAA", Rank.SENIOR_OFFICIAL, Label.national("XAA"));
        known.delegation(delegation, "XAA", 1, COALITION, stays, leaves, hidden);
        String one = filed(stays, "POLITICAL", "COALITION", "YES");
        String two = filed(leaves, "LEGAL", "COALITION", "NO");
        String three = filed(hidden, "POLITICAL", "COALITION", "YES");
        filed(Known.actor("XAA"), "POLITICAL", "COALITION", "YES");
        String list = "/api/v1/affected-acts?delegation=" + delegation;
        as("xab.reader").get(list).then().statusCode(200).body("items.leftOn", contains(nullValue(), nullValue()));
        known.delegation(delegation, "XAA", 2, COALITION, stays, hidden);
        List<String> ids = List.of(one, two, three).stream().map(path -> path.substring(path.lastIndexOf('/') + 1)).toList();
        as("xaa.reader").get(list).then().statusCode(200).body("items.commitment", equalTo(ids))
                .body("items.leftOn", contains(nullValue(), notNullValue(), nullValue()))
                .body("items[1].act.authority", equalTo("NO"));
        as("xab.reader").get(list).then().statusCode(200).body("items.commitment", equalTo(ids.subList(0, 2)));
        String next = as("xaa.reader").get(list + "&limit=2").then().body("items", hasSize(2)).extract().path("next");
        as("xaa.reader").get(list + "&limit=2&cursor=" + next).then().body("items.commitment", equalTo(ids.subList(2, 3)))
                .body("next", nullValue());
        as("deu.reader").get(list).then().statusCode(404).body("type", equalTo(PROBLEMS + "not-found"));
        as("xaa.reader").get("/api/v1/affected-acts?delegation=" + UUID.randomUUID()).then().statusCode(404);
        as("xaa.reader").get("/api/v1/affected-acts").then().statusCode(400).body("violations[0].field", equalTo("delegation"));
        as("auditor").get(list).then().statusCode(403);
    }
}
