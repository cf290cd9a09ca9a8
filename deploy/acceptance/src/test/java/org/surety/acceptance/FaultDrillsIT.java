package org.surety.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.surety.drills.DrillCommand;
import org.surety.drills.FaultResult;

/**
 * The short form of the drills: two replicas of each service, 10,000 acknowledged writes, and meanwhile each service is killed, the broker
 * is killed, all connections are cut again and again, the holder of a log is paused, and poison and shuffled messages come. It has a suite of its
 * own and comes first, so that only one suite runs at a time.
 */
@Order(0)
class FaultDrillsIT {
    private static final long WRITES = 10_000;

    @Test
    void nothingIsLostDoubledOrOutOfOrder() throws Exception {
        Path root = Path.of(System.getProperty("surety.root"));
        List<FaultResult> results = DrillCommand.play(root, List.of("--faults", "short", "--writes", Long.toString(WRITES)));
        assertEquals(List.of("kill-delegation", "kill-priorities", "kill-commitments", "sequencer-paused",
                "broker-kill-5", "connections-cut", "poison", "shuffled"), results.stream().map(FaultResult::name).toList());
        assertEquals(List.of(), results.stream().filter(result -> !result.isSound()).toList());
        long acknowledged = results.stream().mapToLong(FaultResult::acknowledged).sum();
        assertTrue(acknowledged >= WRITES, acknowledged + " acknowledged writes");
    }
}
