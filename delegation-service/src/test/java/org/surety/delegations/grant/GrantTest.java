package org.surety.delegations.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.surety.contracts.Ground;
import org.surety.contracts.KindOfAct;
import org.surety.contracts.Office;
import org.surety.contracts.Source;
import org.surety.kit.problem.Problem;
import org.surety.kit.problem.Violations;

class GrantTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);
    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID ISSUER = UUID.randomUUID();

    @Test
    void theLastDayIsTheStatedOneOrTheDayBeforeTheRevocation() {
        assertThat(powers(JUNE).resolved().until()).isEqualTo(JUNE);
        assertThat(powers(null).resolved().until()).isNull();
        assertThat(revoked(JUNE, LocalDate.of(2026, 5, 1)).resolved().until()).isEqualTo(LocalDate.of(2026, 4, 30));
        assertThat(revoked(null, LocalDate.of(2026, 5, 1)).resolved().until()).isEqualTo(LocalDate.of(2026, 4, 30));
        assertThat(revoked(JUNE, LocalDate.of(2026, 7, 1)).resolved().until()).isEqualTo(JUNE);
        assertThat(revoked(JUNE, LocalDate.of(2026, 12, 1)).resolved().until()).isEqualTo(JUNE);
    }

    @Test
    void whatIsRevokedOnItsFirstDayNeverHeld() {
        Grant grant = revoked(JUNE, MARCH);
        assertThat(grant.resolved().until()).isBefore(grant.resolved().from());
        assertThat(grant.resolved().covers(KindOfAct.CONSENT_TO_BE_BOUND, List.of(), MARCH)).isFalse();
        assertThat(powers(JUNE).resolved().covers(KindOfAct.CONSENT_TO_BE_BOUND, List.of(), MARCH)).isTrue();
    }

    @Test
    void theSameRevocationAgainChangesNothingAndAnotherIsRefused() {
        Grant grant = revoked(JUNE, LocalDate.of(2026, 5, 1));
        assertThat(grant.revoke(LocalDate.of(2026, 5, 1), "recalled")).isEmpty();
        assertThatThrownBy(() -> grant.revoke(LocalDate.of(2026, 5, 2), "recalled")).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.problemType()).isEqualTo(GrantProblem.ALREADY_REVOKED));
        assertThatThrownBy(() -> grant.revoke(LocalDate.of(2026, 5, 1), "another reason")).isInstanceOf(Problem.class);
        assertThat(grant.revokedOn()).isEqualTo(LocalDate.of(2026, 5, 1));
    }

    @Test
    void aCorrectionSaysWhatChangedAndLeavesWhatWasRevokedAlone() {
        Grant grant = powers(JUNE);
        assertThat(grant.correct(description(JUNE))).isEmpty();
        assertThat(grant.correct(description(null))).containsExactly("until");
        assertThat(grant.until()).isNull();

        Grant revoked = revoked(JUNE, LocalDate.of(2026, 5, 1));
        assertThat(revoked.correct(description(JUNE))).isEmpty();
        assertThatThrownBy(() -> revoked.correct(description(null))).isInstanceOf(Problem.class);
        assertThat(revoked.until()).isEqualTo(JUNE);
    }

    @Test
    void theHeadOfAnOrganisationIssuesPowersAndTheOfficesOfAStateAreEnoughForEveryAct() {
        assertThat(office(Office.HEAD_OF_ORGANISATION).resolved().act()).isEqualTo(KindOfAct.ISSUE_OF_POWERS);
        assertThat(office(Office.FOREIGN_MINISTER).resolved().act()).isNull();
        Grant grant = office(Office.HEAD_OF_ORGANISATION);
        assertThat(grant.correct(new GrantDescription(Office.HEAD_OF_STATE, null, null, MARCH, null, null, null, null, null)))
                .containsExactly("office", "act");
    }

    @Test
    void eachGroundSaysWhatBelongsToIt() {
        accept(Ground.FULL_POWERS, description(JUNE));
        accept(Ground.CONFIRMATION, said(null, KindOfAct.TERMINATION, "ALL", MARCH, TODAY, ISSUER, TODAY));
        accept(Ground.PRACTICE, said(null, KindOfAct.ADOPTION_OF_TEXT, "ALL", MARCH, null, null, null));
        accept(Ground.OFFICE, said(Office.HEAD_OF_STATE, null, "ALL", MARCH, null, null, null));

        refuse(Ground.OFFICE, said(null, null, "ALL", MARCH, null, null, null), "office");
        refuse(Ground.OFFICE, said(Office.HEAD_OF_STATE, KindOfAct.TERMINATION, "ALL", MARCH, null, null, null), "act");
        refuse(Ground.OFFICE, said(Office.HEAD_OF_STATE, null, "MULTINATIONAL_FORCE", MARCH, null, null, null), "scope");
        refuse(Ground.OFFICE, said(Office.HEAD_OF_STATE, null, "ALL", MARCH, null, ISSUER, null), "issuedBy");
        refuse(Ground.OFFICE, said(Office.HEAD_OF_STATE, null, "ALL", MARCH, null, null, TODAY), "issuedOn");
        refuse(Ground.PRACTICE, said(Office.HEAD_OF_STATE, KindOfAct.TERMINATION, "ALL", MARCH, null, null, null), "office");
        refuse(Ground.PRACTICE, said(null, null, "ALL", MARCH, null, null, null), "act");
        refuse(Ground.PRACTICE, said(null, KindOfAct.POLITICAL_PROMISE, "ALL", MARCH, null, null, null), "act");
        refuse(Ground.PRACTICE, said(null, KindOfAct.TERMINATION, "ALL", MARCH, null, ISSUER, null), "issuedBy");
        refuse(Ground.FULL_POWERS, said(null, KindOfAct.TERMINATION, "ALL", MARCH, null, null, MARCH), "issuedBy");
    }

    @Test
    void fullPowersLookAheadAndAConfirmationLooksBack() {
        refuse(Ground.FULL_POWERS, said(null, KindOfAct.TERMINATION, "ALL", MARCH, null, ISSUER, MARCH.plusDays(1)), "from");
        refuse(Ground.FULL_POWERS, said(null, KindOfAct.TERMINATION, "ALL", JUNE, null, ISSUER, TODAY.plusDays(1)), "issuedOn");
        refuse(Ground.CONFIRMATION, said(null, KindOfAct.TERMINATION, "ALL", MARCH, null, ISSUER, TODAY), "until");
        refuse(Ground.CONFIRMATION, said(null, KindOfAct.TERMINATION, "ALL", MARCH, TODAY, ISSUER, MARCH), "until");
        refuse(Ground.FULL_POWERS, said(null, KindOfAct.TERMINATION, "ALL", MARCH, MARCH.minusDays(1), ISSUER, MARCH), "until");
        refuse(Ground.FULL_POWERS, said(null, KindOfAct.TERMINATION, "ALL", null, MARCH, ISSUER, MARCH), "from");
    }

    @Test
    void aScopeIsEverythingAPriorityOrAnId() {
        String id = "6C3D8E2F-9A4B-4C7D-8E1F-2A3B4C5D6E7F";
        assertThat(GrantDescription.scopeOf(null)).isEqualTo("ALL");
        assertThat(GrantDescription.scopeOf(id)).isEqualTo(id.toLowerCase());
        for (String scope : List.of("ALL", "MULTINATIONAL_FORCE", id.toLowerCase())) {
            assertThat(GrantDescription.checkScope(scope, new Violations()).found()).isEmpty();
        }
        for (String scope : List.of("", "all", "1-1-1-1-1", "MULTINATIONAL", id + "0", "XAA")) {
            assertThat(GrantDescription.checkScope(GrantDescription.scopeOf(scope), new Violations()).found()).as(scope).hasSize(1);
        }
    }

    private static void accept(Ground ground, GrantDescription description) {
        assertThat(description.check(ground, TODAY, new Violations()).found()).isEmpty();
    }

    private static void refuse(Ground ground, GrantDescription description, String field) {
        assertThat(description.check(ground, TODAY, new Violations()).found()).extracting(Problem.Violation::field)
                .containsExactly(field);
    }

    private static Grant powers(LocalDate until) {
        return Grant.grant(Ground.FULL_POWERS, "XAA", PERSON, description(until), 1);
    }

    private static Grant revoked(LocalDate until, LocalDate day) {
        Grant grant = powers(until);
        assertThat(grant.revoke(day, "recalled")).containsExactly("revocation");
        return grant;
    }

    private static Grant office(Office office) {
        return Grant.grant(Ground.OFFICE, "XAA", PERSON, said(office, null, null, MARCH, null, null, null), 1);
    }

    private static GrantDescription description(LocalDate until) {
        return new GrantDescription(null, KindOfAct.CONSENT_TO_BE_BOUND, null, MARCH, until, ISSUER, MARCH, "the ministry",
                List.of(new Source(null, "exercise order")));
    }

    private static GrantDescription said(Office office, KindOfAct act, String scope, LocalDate from, LocalDate until, UUID issuer,
            LocalDate issuedOn) {
        return new GrantDescription(office, act, scope, from, until, issuer, issuedOn, null, null);
    }
}
