package org.surety.delegations.gathering;

import java.util.List;
import java.util.Map;

import org.surety.contracts.Level;
import org.surety.contracts.PartyKind;
import org.surety.contracts.Series;

/**
 * How many delegations came, by the kind of their party and by level. States and organisations are never added up: an organisation at a
 * table of states is not one more state.
 */
record GatheringTally(Series series, String note, List<OfKind> kinds) {

    /**
     * @param levels only levels that occur
     * @param undisclosed the delegations whose level is not known
     */
    record OfKind(PartyKind partyKind, long delegations, Map<Level, Long> levels, long undisclosed) {
    }
}
