package org.surety.drills;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.surety.drills.check.Checker;
import org.surety.drills.check.Damage;
import org.surety.drills.check.EvidenceReader;
import org.surety.drills.load.Client;
import org.surety.drills.load.ClientLog;
import org.surety.drills.load.Load;
import org.surety.drills.load.LogLine;
import org.surety.local.PartFailure;
import org.surety.local.Progress;

/**
 * The suite under faults. Each fault is played under load; then the suite has to come back, the load ends, and when all is quiet the checker
 * reads the client log, the databases and the effects.
 */
final class Drill implements AutoCloseable {
    /** The name under which the figures without any fault stand. */
    static final String NORMAL_RUNNING = "normal-running";
    private static final int WRITERS = 12;
    private static final int REQUIREMENTS = 6;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LATENCY_PROMISE = Duration.ofSeconds(1);
    private static final int DAMAGES_SHOWN = 20;
    private final DrillOptions options;
    private final Progress progress;
    private final Topology topology;
    private final Client client;
    private final ClientLog clientLog;
    private final Recovery recovery;
    private final Checker checker;
    private final EvidenceReader evidence;
    private final AtomicInteger freeCode = new AtomicInteger();
    private final String run;
    private final AtomicBoolean closed = new AtomicBoolean();
    private List<String> requirements;
    private Map<String, String> persons;

    private Drill(DrillOptions options, Progress progress, Topology topology, Path folder, String run, Set<String> told) {
        this.options = options;
        this.progress = progress;
        this.topology = topology;
        this.run = run;
        this.client = new Client(topology.instance());
        Path file = folder.resolve("client.ndjson");
        this.clientLog = new ClientLog(file);
        this.checker = new Checker(told);
        this.recovery = new Recovery(topology, client);
        this.evidence = new EvidenceReader(topology::database, file);
    }

    /**
     * Starts the suite with what the drill needs in it.
     *
     * @param played of the interrupted drill that goes on with what it left; empty: a new one
     */
    static Drill start(DrillOptions options, List<FaultResult> played, Progress progress) throws Exception {
        Path folder = options.root().resolve(".local").resolve("drill");
        Topology topology = Topology.start(options.root(), folder, played.isEmpty(), options.broker(), progress);
        try {
            Set<String> told = played.stream().flatMap(result -> result.damages().stream()).collect(Collectors.toSet());
            Drill drill = new Drill(options, progress, topology, folder, "drill-" + Long.toString(System.currentTimeMillis(), 36),
                    told);
            drill.prepare();
            return drill;
        } catch (Exception | Error e) {
            topology.close();
            throw e;
        }
    }

    Topology topology() {
        return topology;
    }

    private void prepare() throws Exception {
        Exercise exercise = new Exercise(client, options.root());
        exercise.registerParties();
        freeCode.set(Integer.parseInt(number("delegations", "select count(*) from party where id >= 'XBA'")));
        requirements = exercise.requirements(REQUIREMENTS);
        persons = exercise.persons();
        // Whoever acts has to be known where it is judged.
        recovery.awaitQuiet();
        recovery.prepare(Bodies.requirement("Marker"), Bodies.newSupport("Marker"), persons.get("XAA"));
        recovery.awaitQuiet();
    }

    private String number(String database, String query) throws SQLException {
        return new Scene(topology, new Random(), progress, "", false, (owner, from, until) -> {
        }).value(database, query);
    }

    /** Commit to effect in normal running: at half the writes that the machine carries, when what was started is warm. */
    FaultResult normalRunning() throws Exception {
        String name = NORMAL_RUNNING;
        double most = warmUp(name);
        Load load = load(name, most / 2, run);
        List<Duration> latencies;
        try {
            latencies = new ArrayList<>(recovery.latencies(MINUTE));
        } finally {
            load.end();
        }
        latencies.sort(Comparator.naturalOrder());
        Duration p50 = latencies.get(latencies.size() / 2);
        Duration p99 = latencies.get((int) Math.ceil(latencies.size() * 0.99) - 1);
        String note = "commit to effect p50 %d ms, p99 %d ms (%d markers) at %.0f writes a second, half of what the clients get"
                .formatted(p50.toMillis(), p99.toMillis(), latencies.size(), most / 2);
        progress.say(name, note);
        List<String> broken = p99.compareTo(LATENCY_PROMISE) > 0 ? List.of("p99 is " + p99.toMillis() + " ms") : List.of();
        return judged(name, "commit to effect p99 <= 1 s", Duration.ZERO, Duration.ZERO, 0, List.of(note), broken, false);
    }

    /**
     * As many writes as the clients ask for until the code that they need is compiled, which on a small machine takes more of it than they do.
     *
     * @return how many a second it is in the last minute
     */
    private double warmUp(String name) throws InterruptedException {
        Load load = load(name, options.perSecond(), run + "-warming");
        try {
            TimeUnit.SECONDS.sleep(MINUTE.toSeconds());
            long before = clientLog.acknowledged();
            TimeUnit.SECONDS.sleep(MINUTE.toSeconds());
            return (clientLog.acknowledged() - before) / (double) MINUTE.toSeconds();
        } finally {
            load.end();
        }
    }

    /** @param keys with what the keys of its commands begin, which no other load has */
    private Load load(String fault, double perSecond, String keys) {
        return new Load(new Load.Settings(WRITERS, perSecond, options.seed(), requirements, persons, freeCode), client,
                clientLog, fault, keys);
    }

    /** Plays one fault under load and judges what it left. */
    FaultResult play(Fault fault, long writes) throws Exception {
        progress.say(fault.name(), fault.promise());
        Scene scene = new Scene(topology, new Random(options.seed() ^ fault.name().hashCode()), progress, fault.name(),
                options.quick(), (owner, from, until) -> clientLog.write(LogLine.lostByFault(fault.name(), owner, from, until)));
        long before = clientLog.acknowledged();
        Load load = load(fault.name(), options.perSecond(), run);
        scene.under(load);
        long recoveryMillis = -1;
        List<String> broken = scene.broken();
        try {
            TimeUnit.SECONDS.sleep(2);
            fault.script().play(scene);
            Duration took = scene.easedInShortForm(recovery::await);
            recoveryMillis = took.toMillis();
            scene.recovered(took);
            if (took.compareTo(scene.allowed(scene.promise())) > 0) {
                scene.broken("recovered after " + took.toMillis() + " ms instead of " + scene.promise().toMillis());
            }
            while (clientLog.acknowledged() - before < writes) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (DrillFailure | PartFailure | IOException | SQLException e) {
            // The other faults are played all the same.
            scene.broken(String.valueOf(e.getMessage()));
        } finally {
            topology.heal();
            topology.startMissing();
            load.end();
        }
        return judged(fault.name(), fault.promise(), scene.outage(), scene.promise(), recoveryMillis, scene.notes(), broken,
                scene.takesWritesAway());
    }

    private FaultResult judged(String fault, String promise, Duration outage, Duration promised, long recoveryMillis,
            List<String> notes, List<String> broken, boolean refusalsAreRight) throws Exception {
        List<String> all = new ArrayList<>(broken);
        try {
            recovery.awaitQuiet();
        } catch (DrillFailure e) {
            all.add(e.getMessage());
        }
        Checker.Numbers numbers = checker.check(evidence.read(), fault);
        if (numbers.refused() > 0 && !refusalsAreRight) {
            // The clients do nothing that is not in order: a definite no is a wrong one.
            all.add(numbers.refused() + " commands refused that were in order");
        }
        FaultResult result = new FaultResult(fault, promise, numbers.attempts(), numbers.acknowledged(),
                numbers.count(Damage.Kind.LOST), numbers.count(Damage.Kind.DOUBLED), numbers.count(Damage.Kind.OUT_OF_ORDER),
                numbers.recovered(), numbers.refused(), outage.toMillis(), promised.toMillis(), recoveryMillis, List.copyOf(notes),
                all,
                numbers.damages().stream().limit(DAMAGES_SHOWN).map(Damage::toString).toList());
        progress.say(fault, Report.line(result));
        result.damages().forEach(damage -> progress.say(fault, damage));
        result.broken().forEach(what -> progress.say(fault, "BROKEN: " + what));
        return result;
    }

    /** Versions of what the drill ran on. */
    String versions() throws Exception {
        return "PostgreSQL " + number("commitments", "show server_version") + ", RabbitMQ "
                + topology.broker().get("/api/overview").path("rabbitmq_version").asText() + ", Java "
                + System.getProperty("java.version");
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            clientLog.close();
            topology.close();
        }
    }
}
