package org.surety.drills.crowd;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.surety.drills.DrillFailure;
import org.surety.drills.LongForm;
import org.surety.local.Ports;
import org.surety.local.Progress;
import org.surety.local.Service;
import org.surety.local.Suite;
import org.surety.local.data.DataLoader;

/**
 * {@code deploy/acceptance/drill --connections N [--report FILE]}: N connections at once, a third slow with their heads, a third with bodies that
 * they send, a third with answers that they read, while other clients go on. Promised: these wait less than three times as long (p99), nobody of
 * them is refused, and the gateway's memory stays below its limit.
 */
public final class ConnectionsCommand {
    private static final int FIRST_BASE = 11_300;
    private static final Duration QUIET = Duration.ofSeconds(20);
    private static final Duration CROWDED = Duration.ofSeconds(60);
    private static final Duration GROWS = Duration.ofSeconds(120);
    private static final Duration GONE = Duration.ofSeconds(60);
    private static final double WORST = 3;
    /** What a pod of the gateway has. */
    private static final long MOST_MEGABYTES = 512;
    private static final Pattern OPEN = Pattern.compile("(?m)^surety_gateway_connections (\\S+)$");
    private final HttpClient http = HttpClient.newHttpClient();
    private final Suite suite;
    private final Progress progress;
    private final LongForm.Users tokens;
    private long residentMegabytes;
    private double mostOpen;

    private ConnectionsCommand(Suite suite, Progress progress) {
        this.suite = suite;
        this.progress = progress;
        this.tokens = new LongForm.Users(suite.instance());
    }

    public static void main(String[] arguments) throws Exception {
        LongForm form = LongForm.parse("--connections", arguments)
                .with((service, replica) -> service == Service.GATEWAY ? PRODUCTION : Map.of());
        boolean sound = form.run(FIRST_BASE, List.of(new DataLoader()), (suite, progress) -> {
            String page = new ConnectionsCommand(suite, progress).play((int) form.count());
            form.report("Slow connections", page);
            return !page.contains("BROKEN");
        });
        System.exit(sound ? 0 : 1);
    }

    /** The quotas of production in place of the local suite's, and room for all: what is to be seen is the cost of those inside. */
    private static final Map<String, String> PRODUCTION = Map.of("SURETY_GATEWAY_RATES_REQUESTS_QUOTA", "6000",
            "SURETY_GATEWAY_RATES_UNSAFE_QUOTA",
            "1800", "SURETY_GATEWAY_CONNECTIONS_MOST", "16384");

    private String play(int count) throws IOException, InterruptedException {
        try (SteadyClients clients = new SteadyClients(tokens, suite.instance().gatewayUrl())) {
            clients.during(QUIET);
            SteadyClients.Seen before = clients.during(QUIET);
            progress.say("before", before + "; " + look());
            SteadyClients.Seen beside;
            int standing;
            long ended;
            try (SlowCrowd crowd = new SlowCrowd(count, suite.instance().ports().gateway(), () -> tokens.token("xad.editor"))) {
                grown(crowd, count);
                beside = clients.during(CROWDED);
                standing = crowd.open();
                ended = crowd.ended();
                progress.say("beside",
                        beside + "; " + standing + " slow ones stand, " + ended + " were ended and came again; " + look());
            }
            boolean gone = gone();
            SteadyClients.Seen after = clients.during(QUIET);
            progress.say("after", after + "; " + look());
            return page(before, beside, after, standing, ended, gone);
        }
    }

    private void grown(SlowCrowd crowd, int count) throws IOException, InterruptedException {
        long end = System.nanoTime() + GROWS.toNanos();
        while (crowd.open() < count * 9 / 10) {
            if (System.nanoTime() > end) {
                progress.say("crowd", "only " + crowd.open() + " stand: the gateway ends them as fast as they come");
                return;
            }
            look();
            TimeUnit.SECONDS.sleep(1);
        }
    }

    /** Whether all their connections have ended at the gateway too. */
    private boolean gone() throws IOException, InterruptedException {
        long end = System.nanoTime() + GONE.toNanos();
        while (open() > 50) {
            if (System.nanoTime() > end) {
                return false;
            }
            TimeUnit.SECONDS.sleep(1);
        }
        return true;
    }

    private String page(SteadyClients.Seen before, SteadyClients.Seen beside, SteadyClients.Seen after, int standing, long ended,
            boolean gone) {
        double ratio = beside.p99Millis() / before.p99Millis();
        return """
                | | Answers | p50 ms | p99 ms | Failures |
                |---|---|---|---|---|
                %s%s%s
                Slow connections that stood at the end: %d; ended by the gateway and opened again: %d; most at the gateway: %.0f.

                | Promise | Seen | |
                |---|---|---|
                | the others' p99 less than %.0f times as long | %.2f | %s |
                | none of the others fails | %s | %s |
                | the gateway's resident memory below %d MB | %d MB | %s |
                | connections gone within %d s of the crowd | %s | %s |
                """.formatted(row("before", before), row("beside the crowd", beside), row("after", after), standing, ended,
                mostOpen, WORST, ratio,
                kept(ratio < WORST), beside.failures(), kept(beside.failures().isEmpty()), MOST_MEGABYTES, residentMegabytes,
                kept(residentMegabytes < MOST_MEGABYTES), GONE.toSeconds(), gone, kept(gone));
    }

    private static String row(String when, SteadyClients.Seen seen) {
        return "| %s | %d | %.1f | %.1f | %s |%n".formatted(when, seen.answers(), seen.p50Millis(), seen.p99Millis(),
                seen.failures());
    }

    private static String kept(boolean kept) {
        return kept ? "kept" : "BROKEN";
    }

    /** Notes how much the gateway has now. */
    private String look() throws IOException, InterruptedException {
        double open = open();
        mostOpen = Math.max(mostOpen, open);
        Path status = Path.of("/proc/" + suite.service(Service.GATEWAY).pid().orElse(0) + "/status");
        if (Files.exists(status)) {
            try (Stream<String> lines = Files.lines(status)) {
                residentMegabytes = Math.max(residentMegabytes, lines.filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(0));
            }
        }
        return "gateway: %.0f connections, at most %d MB resident".formatted(open, residentMegabytes);
    }

    private double open() throws IOException, InterruptedException {
        Ports ports = suite.instance().ports();
        String metrics = http
                .send(HttpRequest.newBuilder(URI.create(Ports.url(ports.managementOf(ports.gateway())) + "/q/metrics")).build(),
                        BodyHandlers.ofString())
                .body();
        Matcher open = OPEN.matcher(metrics);
        if (!open.find()) {
            throw new DrillFailure("the gateway does not count its connections");
        }
        return Double.parseDouble(open.group(1));
    }
}
