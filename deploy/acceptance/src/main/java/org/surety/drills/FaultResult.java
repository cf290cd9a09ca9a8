package org.surety.drills;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What was found after one fault; kept in the state file.
 *
 * @param promisedMillis in which it had to be; 0 without a fault
 * @param recoveryMillis from its end until the chain was whole again; -1 when it never was
 * @param notes figures
 * @param broken promises not kept
 * @param damages what was lost, doubled or out of order, the first of them
 */
public record FaultResult(String name, String promise, long attempts, long acknowledged, long lost, long doubled, long outOfOrder,
        long recovered, long refused, long outageMillis, long promisedMillis, long recoveryMillis, List<String> notes,
        List<String> broken,
        List<String> damages) {

    /** Whether every promise was kept; follows from the rest and is not stored with it. */
    @JsonIgnore
    public boolean isSound() {
        return lost == 0 && doubled == 0 && outOfOrder == 0 && broken.isEmpty();
    }
}
