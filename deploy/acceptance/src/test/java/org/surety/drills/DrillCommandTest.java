package org.surety.drills;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class DrillCommandTest {

    /** Whatever the faults take by themselves, all together see what was asked for, and no more than they must. */
    @Test
    void aFaultThatTakesLongLeavesLessToTheOthers() {
        List<FaultResult> played = new ArrayList<>();
        List<Long> least = List.of(0L, 9_000L, 0L, 0L);
        for (int i = 0; i < least.size(); i++) {
            played.add(acknowledging(Math.max(least.get(i), DrillCommand.share(10_000, played, least.size() - i))));
        }
        assertTrue(played.stream().mapToLong(FaultResult::acknowledged).sum() >= 10_000, played.toString());
        assertEquals(List.of(2_501L, 9_000L, 1L, 1L), played.stream().map(FaultResult::acknowledged).toList());
    }

    private static FaultResult acknowledging(long writes) {
        return new FaultResult("fault", "promise", writes, writes, 0, 0, 0, 0, 0, 0, 0, 0, List.of(), List.of(), List.of());
    }
}
