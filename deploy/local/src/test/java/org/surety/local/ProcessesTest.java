package org.surety.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {
    private static final String MARK = "surety-processes-test";
    @TempDir
    Path root;
    private Instance instance;
    private Processes processes;

    @BeforeEach
    void open() {
        instance = Instance.open(root, root.resolve("suite"), new Ports(9000));
        processes = new Processes(instance.folder());
    }

    @AfterEach
    void nothingIsLeft() {
        processes.endAll();
    }

    private Child start(String name, String script) {
        return processes.start(name, List.of("/bin/sh", "-c", script + " # " + MARK), Map.of(), instance.log(name), MARK,
                Processes.Ending.TERMINATE);
    }

    @Test
    void whatAKilledLauncherLeftIsEndedWithItsChildren() throws IOException {
        Child left = start("left", "sleep 600 & wait; : " + MARK);
        left.awaitReady(Duration.ofSeconds(10), () -> ProcessHandle.of(left.pid()).orElseThrow().children().count() == 1);
        ProcessHandle grandchild = ProcessHandle.of(left.pid()).orElseThrow().children().findFirst().orElseThrow();

        assertEquals(List.of("left (pid " + left.pid() + ")"), new Processes(instance.folder()).endLeftOvers());

        assertFalse(left.isAlive());
        assertFalse(grandchild.isAlive());
        assertFalse(Files.exists(instance.folder().resolve("pids/left")));
        assertEquals(List.of(), new Processes(instance.folder()).endLeftOvers());
    }

    @Test
    void theLastStartedIsEndedFirst() {
        Child first = start("a", "sleep 600; :");
        Child second = start("b", "sleep 600; :");
        Child third = start("aa", "sleep 600; :");
        assertEquals(List.of("aa (pid " + third.pid() + ")", "b (pid " + second.pid() + ")", "a (pid " + first.pid() + ")"),
                new Processes(instance.folder()).endLeftOvers());
    }

    @Test
    void aPidThatSomebodyElseHasNowIsNotTouched() throws IOException {
        Child stranger = start("stranger", "exec sleep 600");
        Files.writeString(instance.folder().resolve("pids/reused"), stranger.pid() + "\nanother mark\nTERMINATE\n");
        Files.delete(instance.folder().resolve("pids/stranger"));

        assertEquals(List.of(), new Processes(instance.folder()).endLeftOvers());

        assertTrue(stranger.isAlive());
    }

    @Test
    void aProcessThatIgnoresTheRequestToEndIsEndedByForceWithItsChildren() {
        Child deaf = start("deaf", "trap '' TERM; sleep 600 & wait; sleep 600");
        deaf.awaitReady(Duration.ofSeconds(10), () -> ProcessHandle.of(deaf.pid()).orElseThrow().children().count() == 1);
        List<ProcessHandle> children = ProcessHandle.of(deaf.pid()).orElseThrow().children().toList();
        deaf.kill();
        assertFalse(deaf.isAlive());
        assertEquals(0, children.stream().filter(ProcessHandle::isAlive).count());
    }

    @Test
    void aProcessThatEndsByItselfIsReportedWithItsLastLinesAndLog() {
        Child failing = start("failing", "echo cannot open the shutters; exit 3");
        String message = assertThrows(PartFailure.class, () -> failing.awaitReady(Duration.ofSeconds(10), () -> false))
                .getMessage();
        assertEquals("failing ended by itself (status 3). Log: " + instance.log("failing") + "\n    cannot open the shutters",
                message);
        assertFalse(Files.exists(instance.folder().resolve("pids/failing")));
    }

    @Test
    void ofAServicesLogOnlyTheMessagesAreShown() {
        assertEquals("Failed to start <- permission denied for \"x\"", Child.readable(
                "{\"level\":\"ERROR\",\"message\":\"Failed to start\",\"exception\":{\"message\":\"permission denied for \\\"x\\\"\"}}"));
        assertEquals("plain", Child.readable("plain"));
        assertEquals(604, Child.readable("x".repeat(5000)).length());
    }

    @Test
    void aProcessThatIsNeverReadyIsEndedAndReported() {
        Child slow = start("slow", "exec sleep 600");
        String message = assertThrows(PartFailure.class, () -> slow.awaitReady(Duration.ofMillis(200), () -> false)).getMessage();
        assertTrue(message.startsWith("slow was not ready after 0 s"), message);
        assertFalse(slow.isAlive());
    }

    @Test
    void nothingIsStartedOnceTheSuiteIsBeingEnded() {
        processes.refuse();
        assertThrows(PartFailure.class, () -> start("late", "exec sleep 600"));
    }

    @Test
    void aPartDoesNotSeeTheCallersVariables() throws IOException {
        start("environment", "env").awaitDone(Duration.ofSeconds(10));
        List<String> names = Files.readAllLines(instance.log("environment")).stream().map(line -> line.replaceAll("=.*", ""))
                .toList();
        assertTrue(names.contains("PATH"), names::toString);
        assertTrue(List
                .of("PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "LC_CTYPE", "TMPDIR", "TZ", "PWD", "SHLVL", "_", "OLDPWD")
                .containsAll(names), names::toString);
    }
}
