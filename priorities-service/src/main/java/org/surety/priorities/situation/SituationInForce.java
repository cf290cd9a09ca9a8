package org.surety.priorities.situation;

import java.time.LocalDate;
import java.util.UUID;

import org.surety.contracts.SituationKind;

/**
 * A situation that holds on a day and is no exercise: what is asked whether commitments are awake.
 *
 * @param from its first day
 * @param contested whether a party contests it, which takes nothing from it
 */
public record SituationInForce(UUID id, SituationKind kind, LocalDate from, boolean contested) {

    static SituationInForce from(Situation situation) {
        return new SituationInForce(situation.id(), situation.kind(), situation.wording().from(),
                !situation.spoken().standing(SituationActKind.CONTEST).isEmpty());
    }
}
