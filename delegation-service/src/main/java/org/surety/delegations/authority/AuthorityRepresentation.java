package org.surety.delegations.authority;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.surety.contracts.Authority;
import org.surety.contracts.AuthorityAnswer;
import org.surety.contracts.AuthorityState;
import org.surety.contracts.Ground;
import org.surety.contracts.KindOfAct;
import org.surety.contracts.Series;
import org.surety.contracts.Undisclosed;
import org.surety.delegations.grant.GrantService;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Whether a person could perform an act, and on which records that rests.
 *
 * @param records those that decide a YES: of one ground, the first that has any
 * @param missing what would make it a YES; absent where it is one
 * @param rule the rule of treaty law that was applied, in a sentence with its article
 * @param note how far the answer goes, and that an exercise is one
 */
record AuthorityRepresentation(Series series, String party, UUID person, KindOfAct act, String scope, LocalDate at, Instant knownAt,
        AuthorityAnswer answer, DisclosedGround ground, List<DecidingRecord> records, String missing, String rule, String note) {

    private static final String EXERCISE_NOTE = "Exercise: none of this is real. ";

    private static final String NOTE = "The answer says what is on record and released to you. NO says nothing about the world: powers "
            + "may exist that nobody recorded.";

    /** A record by which the answer is a yes, with the period in which it holds. */
    record DecidingRecord(UUID id, String path, Ground ground, LocalDate from, LocalDate until) {

        static DecidingRecord from(AuthorityState grant) {
            return new DecidingRecord(grant.id(), GrantService.path(grant), grant.ground(), grant.from(), grant.until());
        }
    }

    /** The ground, or that there is none to speak of: none is needed, or none was found. */
    record DisclosedGround(Ground ground) {

        @JsonValue
        Object toJson() {
            return ground != null ? ground : Map.of("undisclosed", Undisclosed.NOT_APPLICABLE);
        }
    }

    static AuthorityRepresentation from(AuthorityQuestion question, LocalDate day, Series series, Authority authority,
            List<AuthorityState> deciding, String rule) {
        return new AuthorityRepresentation(series, question.party(), question.person(), question.act(), question.scopeOrAll(), day,
                question.knownAt(), authority.answer(), new DisclosedGround(authority.ground()),
                deciding.stream().map(DecidingRecord::from).toList(), authority.missing(), rule,
                series == Series.EXERCISE ? EXERCISE_NOTE + NOTE : NOTE);
    }
}
