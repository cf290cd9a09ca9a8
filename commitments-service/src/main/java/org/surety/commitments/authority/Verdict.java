package org.surety.commitments.authority;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.surety.contracts.Authority;
import org.surety.contracts.AuthorityAnswer;
import org.surety.contracts.Ground;

/**
 * What was judged of an act's authority, and by how much of the log of delegation-service.
 *
 * @param ground of a YES; null: none is needed, or there is none
 * @param grants that decide it
 * @param missing what would make it a YES; null where it is one
 * @param log the id of the log; null: nothing was known of it
 * @param sequence up to which the log was known
 */
public record Verdict(AuthorityAnswer answer, Ground ground, List<UUID> grants, String missing, UUID log, long sequence,
        Instant at) {

    static Verdict of(Authority authority, UUID log, long sequence, Instant at) {
        return new Verdict(authority.answer(), authority.ground(), authority.grants(), authority.missing(), log, sequence, at);
    }

    public boolean holds() {
        return answer == AuthorityAnswer.YES;
    }

    /** Whether it says the same, whenever and by whatever knowledge it was judged. */
    public boolean agreesWith(Verdict other) {
        return answer == other.answer && ground == other.ground && grants.equals(other.grants);
    }
}
