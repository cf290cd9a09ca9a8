package org.surety.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

/** The one rule of authority: grounds in their order, periods to the day, scopes, and what needs no powers at all. */
class AuthorityTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 11);
    private static final UUID PERSON = new UUID(0, 1);
    private static final Set<String> SCOPES = Set.of("MULTINATIONAL_FORCE", "c293e48f-50a1-42d3-8e7f-8091a2b3c4d5");

    @Test
    void aPoliticalPromiseNeedsNoPowers() {
        Authority authority = of(Rank.OTHER, KindOfAct.POLITICAL_PROMISE);
        assertEquals(AuthorityAnswer.YES, authority.answer());
        assertNull(authority.ground());
        assertEquals(List.of(), authority.grants());
        assertNull(authority.missing());
    }

    @Test
    void anEnvoyWithoutPowersBindsNobody() {
        Authority authority = of(Rank.SPECIAL_ENVOY, KindOfAct.CONSENT_TO_BE_BOUND);
        assertEquals(AuthorityAnswer.NO, authority.answer());
        assertTrue(authority.missing().contains("CONSENT_TO_BE_BOUND"), authority.missing());
    }

    @Test
    void aForeignMinisterNeedsTheOfficeAndNotTheRank() {
        assertEquals(AuthorityAnswer.NO, of(Rank.MINISTER, KindOfAct.CONSENT_TO_BE_BOUND).answer());
        Authority authority = of(Rank.MINISTER, KindOfAct.CONSENT_TO_BE_BOUND, office(1, Office.FOREIGN_MINISTER, null));
        assertEquals(new Authority(AuthorityAnswer.YES, Ground.OFFICE, List.of(new UUID(1, 1)), null), authority);
    }

    @Test
    void theRankOfAHeadOfStateWithoutAPeriodIsNeitherYesNorNo() {
        Authority authority = of(Rank.HEAD_OF_STATE, KindOfAct.CONSENT_TO_BE_BOUND);
        assertEquals(AuthorityAnswer.PROVISIONAL, authority.answer());
        assertNotNull(authority.missing());
        assertEquals(AuthorityAnswer.NO, of(Rank.HEAD_OF_STATE, KindOfAct.ISSUE_OF_POWERS).answer());
    }

    @Test
    void theHeadOfAnOrganisationIssuesPowersAndBindsByNone() {
        AuthorityState head = office(1, Office.HEAD_OF_ORGANISATION, KindOfAct.ISSUE_OF_POWERS);
        assertEquals(AuthorityAnswer.YES, of(Rank.HEAD_OF_ORGANISATION, KindOfAct.ISSUE_OF_POWERS, head).answer());
        assertEquals(AuthorityAnswer.NO, of(Rank.HEAD_OF_ORGANISATION, KindOfAct.CONSENT_TO_BE_BOUND, head).answer());
    }

    @Test
    void theFirstAndTheLastDayAreIncludedAndNoOther() {
        AuthorityState powers = grant(1, Ground.FULL_POWERS, AuthorityState.EVERYTHING, DAY, DAY);
        assertEquals(AuthorityAnswer.YES, of(Rank.OTHER, KindOfAct.CONSENT_TO_BE_BOUND, powers).answer());
        for (LocalDate other : List.of(DAY.minusDays(1), DAY.plusDays(1))) {
            assertEquals(AuthorityAnswer.NO,
                    Authority.of(Rank.OTHER, List.of(powers), KindOfAct.CONSENT_TO_BE_BOUND, SCOPES, other).answer());
        }
        AuthorityState neverHeld = grant(2, Ground.FULL_POWERS, AuthorityState.EVERYTHING, DAY, DAY.minusDays(1));
        assertEquals(AuthorityAnswer.NO, of(Rank.OTHER, KindOfAct.CONSENT_TO_BE_BOUND, neverHeld).answer());
    }

    @Test
    void aScopeCoversWhatFallsUnderIt() {
        for (String scope : SCOPES) {
            assertEquals(AuthorityAnswer.YES,
                    of(Rank.OTHER, KindOfAct.CONSENT_TO_BE_BOUND, grant(1, Ground.FULL_POWERS, scope, DAY, null)).answer());
        }
        AuthorityState other = grant(1, Ground.FULL_POWERS, "CEASEFIRE_MONITORING", DAY, null);
        assertEquals(AuthorityAnswer.NO, of(Rank.OTHER, KindOfAct.CONSENT_TO_BE_BOUND, other).answer());
        assertEquals(AuthorityAnswer.NO, of(Rank.OTHER, KindOfAct.TERMINATION,
                grant(1, Ground.FULL_POWERS, AuthorityState.EVERYTHING, DAY, null)).answer());
    }

    @Test
    void theGroundsAreLookedForInTheirOrderAndAllRecordsOfTheFirstAreNamed() {
        AuthorityState confirmed = grant(1, Ground.CONFIRMATION, AuthorityState.EVERYTHING, DAY, DAY);
        AuthorityState practice = grant(2, Ground.PRACTICE, AuthorityState.EVERYTHING, DAY, null);
        AuthorityState powers = grant(4, Ground.FULL_POWERS, AuthorityState.EVERYTHING, DAY, null);
        AuthorityState morePowers = grant(3, Ground.FULL_POWERS, "MULTINATIONAL_FORCE", DAY, null);
        assertEquals(Ground.CONFIRMATION, of(Rank.OTHER, KindOfAct.CONSENT_TO_BE_BOUND, confirmed).ground());
        assertEquals(Ground.PRACTICE, of(Rank.OTHER, KindOfAct.CONSENT_TO_BE_BOUND, confirmed, practice).ground());
        assertEquals(new Authority(AuthorityAnswer.YES, Ground.FULL_POWERS, List.of(new UUID(3, 3), new UUID(4, 4)), null),
                of(Rank.OTHER, KindOfAct.CONSENT_TO_BE_BOUND, confirmed, practice, powers, morePowers));
    }

    private static Authority of(Rank rank, KindOfAct act, AuthorityState... grants) {
        return Authority.of(rank, List.of(grants), act, SCOPES, DAY);
    }

    private static AuthorityState office(long id, Office office, KindOfAct act) {
        return new AuthorityState(new UUID(id, id), "XAA", PERSON, Ground.OFFICE, office, act, AuthorityState.EVERYTHING,
                DAY.minusYears(1), null);
    }

    private static AuthorityState grant(long id, Ground ground, String scope, LocalDate from, LocalDate until) {
        return new AuthorityState(new UUID(id, id), "XAA", PERSON, ground, null, KindOfAct.CONSENT_TO_BE_BOUND, scope, from, until);
    }
}
