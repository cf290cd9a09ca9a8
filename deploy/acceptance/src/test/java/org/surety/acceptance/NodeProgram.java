package org.surety.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Node to run a script with: the one that Playwright's driver brings along, or, where that does not run, the machine's from version 20 on.
 */
final class NodeProgram {
    private static final int OLDEST = 20;
    private static final long LIMIT_SECONDS = 120;

    private NodeProgram() {
    }

    /**
     * The command.
     *
     * @param parts where unpacked programs are kept
     * @throws IOException with the reason where there is none
     */
    static String find(Path parts) throws IOException {
        StringBuilder reasons = new StringBuilder();
        try {
            String driver = ofTheDriver(parts).toString();
            run(parts, List.of(driver, "--version"));
            return driver;
        } catch (IOException e) {
            reasons.append("that of the driver: ").append(e.getMessage());
        }
        try {
            String version = run(parts, List.of("node", "--version")).strip();
            if (Integer.parseInt(version.replaceAll("^v|\\..*$", "")) >= OLDEST) {
                return "node";
            }
            reasons.append("; the machine's: ").append(version);
        } catch (IOException e) {
            reasons.append("; the machine's: ").append(e.getMessage());
        }
        throw new IOException("No Node runs here. " + reasons);
    }

    /** What it says on its standard output and, behind that, in errors. */
    static String run(Path folder, List<String> command) throws IOException {
        Path said = Files.createTempFile(folder, "said", ".txt");
        try {
            Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                    .redirectOutput(said.toFile()).start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command + " has not ended after " + LIMIT_SECONDS + " s");
            }
            String text = Files.readString(said);
            if (process.exitValue() != 0) {
                throw new IOException(text);
            }
            return text;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.delete(said);
        }
    }

    private static Path ofTheDriver(Path parts) throws IOException {
        String resource = "driver/" + platform() + "/node";
        Path node = Files.createDirectories(parts).resolve("node-" + platform());
        URL found = NodeProgram.class.getClassLoader().getResource(resource);
        if (found == null) {
            throw new IOException("none for " + platform());
        }
        if (!Files.exists(node) || Files.size(node) != found.openConnection().getContentLengthLong()) {
            Path written = Files.createTempFile(parts, "node", ".part");
            try (InputStream program = found.openStream()) {
                Files.copy(program, written, StandardCopyOption.REPLACE_EXISTING);
            }
            if (!written.toFile().setExecutable(true)) {
                throw new IOException("it cannot be made a program");
            }
            Files.move(written, node, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return node;
    }

    private static String platform() {
        String system = System.getProperty("os.name").startsWith("Mac") ? "mac" : "linux";
        boolean arm = List.of("aarch64", "arm64").contains(System.getProperty("os.arch"));
        return arm ? system + "-arm64" : system;
    }
}
