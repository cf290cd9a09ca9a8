package org.surety.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemonstrationTest {
    @TempDir
    Path root;

    private Demonstration on(int base) {
        return new Demonstration(Instance.open(root, root.resolve("suite"), new Ports(base)));
    }

    @Test
    void theLineFitsTheFolderOneStandsIn() {
        assertEquals(
                "curl -s -H \"Authorization: Bearer $(deploy/local/token xaa.editor)\" 'http://127.0.0.1:8600/api/v1/coverage?series=EXERCISE'",
                on(8600).line(root));
        assertEquals("curl -s -H \"Authorization: Bearer $(" + root + "/deploy/local/token xaa.editor --port-base 9000)\" "
                + "'http://127.0.0.1:9000/api/v1/coverage?series=EXERCISE'", on(9000).line(root.resolve("elsewhere")));
    }
}
