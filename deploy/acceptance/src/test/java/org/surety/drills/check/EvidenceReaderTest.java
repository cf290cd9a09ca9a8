package org.surety.drills.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.surety.drills.load.ClientLog;
import org.surety.drills.load.LogLine;
import org.surety.drills.load.Outcome;

/** What the log of the clients says of commands when an older copy of a database has come back. */
class EvidenceReaderTest {
    private static final long COPIED = 1_000;
    private static final long RETURNED = 2_000;

    @TempDir
    Path folder;

    private static LogLine line(String key, String owner, long at, Outcome outcome) {
        return new LogLine(at, "drill", key, "act", owner, 1, outcome, true, 200, "subject of " + key, 4L, false, null);
    }

    @Test
    void whatWasAcknowledgedAfterTheCopyIsInDoubtAndStaysAskedFor() throws Exception {
        Path file = folder.resolve("client.ndjson");
        try (ClientLog log = new ClientLog(file)) {
            log.write(line("before", "commitments", COPIED - 1, Outcome.ACKNOWLEDGED));
            log.write(line("between", "commitments", COPIED, Outcome.ACKNOWLEDGED));
            log.write(line("refused", "commitments", COPIED, Outcome.REFUSED));
            log.write(line("elsewhere", "priorities", COPIED, Outcome.ACKNOWLEDGED));
            log.write(line("after", "commitments", RETURNED + 1, Outcome.ACKNOWLEDGED));
            log.write(LogLine.lostByFault("drill", "commitments", COPIED, RETURNED));
        }
        Map<String, Evidence.Command> commands = EvidenceReader.commands(file);
        assertEquals(Map.of("before", Outcome.ACKNOWLEDGED, "between", Outcome.UNKNOWN, "refused", Outcome.REFUSED, "elsewhere",
                Outcome.ACKNOWLEDGED, "after", Outcome.ACKNOWLEDGED),
                commands.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().last().outcome())));
        assertEquals(4, commands.get("between").last().version());
        assertEquals("subject of between", commands.get("between").last().subject());
    }

    @Test
    void whatWasUnderWayWhenTheDrillWasEndedMayHaveBeenCarriedOut() throws Exception {
        Path file = folder.resolve("client.ndjson");
        try (ClientLog log = new ClientLog(file)) {
            log.write(line("answered", "commitments", 1, Outcome.BEGUN));
            log.write(line("answered", "commitments", 2, Outcome.ACKNOWLEDGED));
            log.write(line("under way", "commitments", 3, Outcome.BEGUN));
            // Nothing closes the log of a process that is killed.
            Map<String, Evidence.Command> commands = EvidenceReader.commands(file);
            assertEquals(new Evidence.Command(line("answered", "commitments", 2, Outcome.ACKNOWLEDGED), false),
                    commands.get("answered"));
            assertEquals(new Evidence.Command(line("under way", "commitments", 3, Outcome.UNKNOWN), true),
                    commands.get("under way"));
        }
    }
}
