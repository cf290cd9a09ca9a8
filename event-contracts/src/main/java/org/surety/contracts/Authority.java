package org.surety.contracts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Whether a person could perform an act for a party at a moment, and on what ground. The one rule: whoever has
 * the grants, from the owner or from its events, answers the same.
 *
 * @param ground the ground of a YES; null where none is needed or there is none
 * @param grants those of that ground that cover the act, in the order of their ids
 * @param missing what would make it a YES; null where it is one
 */
public record Authority(AuthorityAnswer answer, Ground ground, List<UUID> grants, String missing) {

    /**
     * The rule.
     *
     * @param rank of the person, who is of the party
     * @param grants of the person for the party, of which any may have nothing to do with the act
     * @param scopes what the act falls under: its priority, its commitment, its gathering; a grant without limits covers all
     * @param day on which the act was or would be done
     */
    public static Authority of(Rank rank, Collection<AuthorityState> grants, KindOfAct act, Collection<String> scopes,
            LocalDate day) {
        if (act == KindOfAct.POLITICAL_PROMISE) {
            return new Authority(AuthorityAnswer.YES, null, List.of(), null);
        }
        for (Ground ground : Ground.values()) {
            List<UUID> covering = grants.stream().filter(grant -> grant.ground() == ground && grant.covers(act, scopes, day))
                    .map(AuthorityState::id).sorted().toList();
            if (!covering.isEmpty()) {
                return new Authority(AuthorityAnswer.YES, ground, covering, null);
            }
        }
        if (act != KindOfAct.ISSUE_OF_POWERS && (rank == Rank.HEAD_OF_STATE || rank == Rank.HEAD_OF_GOVERNMENT)) {
            return new Authority(AuthorityAnswer.PROVISIONAL, null, List.of(),
                    "The rank " + rank + " is on record, but no such office with a period that contains " + day + ".");
        }
        return new Authority(AuthorityAnswer.NO, null, List.of(), "No office, full powers, accepted practice or confirmation for "
                + act + " is on record that contains " + day + " and covers what the act falls under.");
    }
}
