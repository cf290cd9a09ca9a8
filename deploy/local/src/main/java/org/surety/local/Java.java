package org.surety.local;

import java.io.File;
import java.nio.file.Path;

/** The JDK that runs this process; everything it starts runs on the same one. */
final class Java {
    private Java() {
    }

    static String program() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** What the launcher and the keeper run with: made by the build of this module. */
    static String classPath(Path root) {
        Path target = root.resolve("deploy").resolve("local").resolve("target");
        return target.resolve("classes") + File.pathSeparator + target.resolve("lib") + File.separator + "*";
    }
}
