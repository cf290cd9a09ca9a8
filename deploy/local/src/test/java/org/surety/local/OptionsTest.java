package org.surety.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

class OptionsTest {
    private static final Path ROOT = Path.of("/checkout");

    @Test
    void nothingGivenMeansTheWholeSuiteOnTheDefaultPorts() {
        Options options = Options.parse(ROOT, List.of());
        assertEquals(Options.in(ROOT), options);
        assertEquals(List.of(Service.values()), options.services());
        assertEquals(Path.of("/checkout/.local/suite-8600"), options.folder());
    }

    @Test
    void everyOptionIsUnderstood() {
        Options options = Options.parse(ROOT,
                List.of("--reset", "--port-base", "9000", "--without", "gateway", "--without", "priorities-service"));
        assertEquals(new Options(ROOT, java.util.Optional.empty(), 9000, true, false,
                Set.of(Service.GATEWAY, Service.PRIORITIES_SERVICE),
                Options.Act.START, 1, Surroundings.NONE), options);
        assertEquals(List.of(Service.DELEGATION_SERVICE, Service.COMMITMENTS_SERVICE), options.services());
        assertEquals(Path.of("/checkout/.local/suite-9000"), options.folder());
        assertEquals(true, Options.parse(ROOT, List.of("--smoke")).smoke());
        assertEquals(List.of(), Options.parse(ROOT, List.of("--only-parts")).services());
        assertEquals(Options.Act.STOP, Options.parse(ROOT, List.of("--port-base", "9000", "--stop")).act());
        assertEquals(Options.Act.HELP, Options.parse(ROOT, List.of("--help")).act());
    }

    @Test
    void mistakesAreNamed() {
        assertMistake("unknown option --wiht", "--wiht");
        assertMistake("--port-base needs a value", "--port-base");
        assertMistake("--port-base needs a number, not many", "--port-base", "many");
        assertMistake("port base 80 is not between 1024 and 65503", "--port-base", "80");
        assertMistake("no service \"board\": delegation-service, priorities-service, commitments-service, gateway", "--without",
                "board");
        assertMistake("--smoke asks the whole suite: not together with --without or --only-parts", "--smoke", "--without",
                "gateway");
    }

    private static void assertMistake(String message, String... arguments) {
        assertEquals(message,
                assertThrows(IllegalArgumentException.class, () -> Options.parse(ROOT, List.of(arguments))).getMessage());
    }
}
