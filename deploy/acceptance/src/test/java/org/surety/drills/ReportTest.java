package org.surety.drills;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

class ReportTest {
    private static final FaultResult SOUND = new FaultResult("kill", "comes back", 10, 9, 0, 0, 0, 1, 1, 2_000, 11_000, 1_500,
            List.of("takeover 900 ms"), List.of(), List.of());
    private static final FaultResult LATE = new FaultResult("cut", "goes on", 5, 5, 0, 0, 0, 0, 0, 0, 10_000, -1, List.of(),
            List.of("not recovered"), List.of());

    @Test
    void oneBrokenPromiseMakesTheWholeUnsound() {
        assertTrue(Report.total(List.of(SOUND)).isSound());
        assertEquals(List.of("not recovered"), Report.total(List.of(SOUND, LATE)).broken());
        assertEquals("NOT SOUND: attempts 15, acknowledged 14, lost 0, doubled 0, out of order 0, recovered 1, refused 1, "
                + "time to recover 0.0 s", Report.line(Report.total(List.of(SOUND, LATE))));
    }

    @Test
    void thePageShowsWhatWasNotKept() {
        DrillOptions options = DrillOptions.parse(Path.of("/checkout"), List.of("--faults", "short", "--seed", "7"));
        String page = Report.page(List.of(SOUND, LATE), "abc", "Java 17", options);
        assertTrue(page.contains("| kill | comes back | 10 | 9 | 0 | 0 | 0 | 1 | 1.5 s | 11.0 s |\n"), page);
        assertTrue(page.contains("| cut | goes on | 5 | 5 | 0 | 0 | 0 | 0 | never | 10.0 s |\n"), page);
        assertTrue(page.contains("## Promises not kept\n\n- cut: not recovered\n"), page);
        assertTrue(page.contains("| Seed | 7 |"), page);
    }

    @Test
    void aBrokerOfOthersIsNotKilled() {
        DrillOptions options = DrillOptions.parse(Path.of("/checkout"),
                List.of("--faults", "all", "--broker-url", "amqp://user:se%2Fcret@broker.example:5671/a%2Fb"));
        assertTrue(options.faults().stream().noneMatch(Fault::ownBroker));
        assertEquals(new BrokerAccess("broker.example", 5671, "user", "se/cret", "a/b", "http://broker.example:15672"),
                options.broker().orElseThrow());
        assertEquals("deploy/acceptance/drill --faults all --broker-url amqp://...@broker.example:5671/a%2Fb", options.command());
    }
}
