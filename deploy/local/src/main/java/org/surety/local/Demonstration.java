package org.surety.local;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The request that a start prints for the user to try, and that {@code --smoke} asks. */
final class Demonstration {
    /** The exercise series' coverage names all five priorities, with or without promises under them. */
    private static final List<String> EXPECTED = List.of("\"EXERCISE\"", "CEASEFIRE_MONITORING", "ARMED_FORCES_SUPPORT",
            "MULTINATIONAL_FORCE",
            "RENEWED_AGGRESSION_RESPONSE", "LONG_TERM_DEFENCE_COOPERATION");
    private static final String USER = "xaa.editor";
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private final Instance instance;

    Demonstration(Instance instance) {
        this.instance = instance;
    }

    /** The line as it works in a shell in the given folder. */
    String line(Path folder) {
        Path script = instance.root().resolve("deploy").resolve("local").resolve("token");
        Path shown = script.startsWith(folder) ? folder.relativize(script) : script;
        String base = instance.ports().base() == Ports.DEFAULT_BASE ? "" : " --port-base " + instance.ports().base();
        return "curl -s -H \"Authorization: Bearer $(" + quoted(shown.toString()) + " " + USER + base + ")\" '" + url() + "'";
    }

    private static String quoted(String path) {
        return path.matches("[A-Za-z0-9_./-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }

    private String url() {
        return instance.gatewayUrl() + "/api/v1/coverage?series=EXERCISE";
    }

    /**
     * Asks and checks the answer: with the printed line itself where there is {@code curl}, else with the same request.
     *
     * @return the answer
     * @throws PartFailure when it is not the coverage of the exercise series
     */
    String ask() {
        Path folder = Path.of("").toAbsolutePath();
        String answer = Commands.find("curl").isPresent() ? runLine(line(folder)) : request();
        for (String expected : EXPECTED) {
            if (!answer.contains(expected)) {
                throw new PartFailure("The printed request is answered without " + expected + ": " + answer);
            }
        }
        return answer;
    }

    private static String runLine(String line) {
        try {
            Process process = new ProcessBuilder("/bin/sh", "-c", line).redirectInput(new File("/dev/null"))
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new PartFailure("The printed line ended with status " + status + ": " + line);
            }
            return answer;
        } catch (IOException e) {
            throw new PartFailure("The printed line could not be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("interrupted", e);
        }
    }

    private String request() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url())).timeout(LIMIT)
                .header("Authorization", "Bearer " + Tokens.ofUser(instance.ports(), USER)).build();
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new PartFailure("The gateway does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("interrupted", e);
        }
    }
}
