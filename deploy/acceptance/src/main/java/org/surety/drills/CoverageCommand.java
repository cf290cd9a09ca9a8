package org.surety.drills;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.surety.local.Instance;
import org.surety.local.Options;
import org.surety.local.PartFailure;
import org.surety.local.Ports;
import org.surety.local.Progress;
import org.surety.local.Service;
import org.surety.local.ServicePart;
import org.surety.local.Sizing;
import org.surety.local.Suite;
import org.surety.local.Surroundings;

/**
 * {@code deploy/acceptance/drill --coverage 1000,100000,1000000}: how long priorities-service takes to answer what the promises add up to, as more and
 * more are made. The first size stays beside each of the others, in a database and a process of its own, and is asked in turn with it: what else the
 * machine does is the same for both, and their ratio is what a run is about.
 */
public final class CoverageCommand {
    private static final int FIRST_BASE = 10_900;
    private static final int DEFAULT_TIMES = 200;
    private static final int FEWEST_TIMES = 20;
    private static final String AGAIN = "again";
    private static final String BESIDE = "priorities_beside";

    private final Suite suite;
    private final Beside beside;
    private final Progress progress;
    private final CoverageWorld world;
    private final int times;

    private CoverageCommand(Suite suite, Beside beside, Progress progress, int times) {
        this.suite = suite;
        this.beside = beside;
        this.progress = progress;
        this.world = new CoverageWorld(suite, progress, CoverageWorld.PARTIES, CoverageWorld.REQUIREMENTS);
        this.times = times;
    }

    /** The checkout whose service is measured, the numbers of commitments in rising order or {@code again}, and how often each question is asked. */
    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]);
        boolean again = arguments[1].equals(AGAIN);
        List<Integer> sizes = again
                ? List.of()
                : Arrays.stream(arguments[1].split(",")).map(Integer::valueOf).sorted().toList();
        int times = arguments.length > 2 ? Integer.parseInt(arguments[2]) : DEFAULT_TIMES;
        if (times < FEWEST_TIMES) {
            System.err.println(
                    "TIMES must be at least " + FEWEST_TIMES + ": the first ones warm, and some questions are asked rarely.");
            System.exit(2);
        }
        Ports ports = Ports.firstFree(FIRST_BASE);
        Path folder = root.resolve(".local").resolve("coverage");
        Beside beside = new Beside();
        Options options = Options.in(root).withFolder(folder).withPortBase(ports.base()).without(Service.GATEWAY)
                .withReplicas(2).withSurroundings(beside);
        if (again) {
            beside.database = Instance.open(root, folder, ports).databaseUrl(BESIDE);
        } else {
            options = options.withReset();
        }
        ProcessHandle.current().parent().ifPresent(script -> script.onExit().thenRun(() -> System.exit(1)));
        try (Progress progress = new Progress(System.out)) {
            Suite suite = Suite.start(options, progress);
            Runtime.getRuntime().addShutdownHook(new Thread(suite::close, "end of the measurement"));
            CoverageCommand command = new CoverageCommand(suite, beside, progress, times);
            if (again) {
                command.measureAgain();
            } else {
                command.measure(sizes);
            }
        } catch (PartFailure | DrillFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        System.exit(0);
    }

    /** Once there is one: the second replica has a database of its own, and of what is promised it hears no more, so that it stays as it is. */
    private static final class Beside implements Surroundings {
        private static final String NOBODY = "http://127.0.0.1:9";
        private volatile String database;

        @Override
        public Map<String, String> of(Service service, int replica) {
            return ownDatabase(service, replica).<Map<String, String>>map(
                    url -> Map.of("SURETY_DATABASE_URL", url, "SURETY_BROKER_PORT", "9", "SURETY_COMMITMENTS_URL", NOBODY))
                    .orElse(Map.of());
        }

        @Override
        public Sizing sizing() {
            return Sizing.SERVER;
        }

        @Override
        public Optional<String> ownDatabase(Service service, int replica) {
            return service == Service.PRIORITIES_SERVICE && replica > 0 ? Optional.ofNullable(database) : Optional.empty();
        }
    }

    /** What an earlier run has left, once more. */
    private void measureAgain() throws SQLException, InterruptedException {
        world.follow();
        suite.replicas(Service.DELEGATION_SERVICE).get(1).stop();
        suite.replicas(Service.COMMITMENTS_SERVICE).get(1).stop();
        ask(world.commitments("priorities"), world.commitments(BESIDE));
    }

    private void measure(List<Integer> sizes) throws SQLException, IOException, InterruptedException {
        suite.replicas(Service.DELEGATION_SERVICE).get(1).stop();
        suite.replicas(Service.COMMITMENTS_SERVICE).get(1).stop();
        suite.replicas(Service.PRIORITIES_SERVICE).get(1).stop();
        world.state();
        int before = 0;
        for (int size : sizes) {
            world.commit(before + 1, size);
            if (before == 0) {
                standBeside();
            }
            ask(size, sizes.get(0));
            before = size;
        }
    }

    private void standBeside() throws SQLException {
        List<ServicePart> replicas = suite.replicas(Service.PRIORITIES_SERVICE);
        replicas.get(0).stop();
        beside.database = world.copy(BESIDE);
        replicas.forEach(ServicePart::start);
    }

    private void ask(int size, int least) throws SQLException, InterruptedException {
        Instance instance = suite.instance();
        for (String viewer : List.of("xaa.reader", "xaj.reader")) {
            List<CoverageQuestion> questions = questions("priorities");
            List<CoverageQuestion> beside = questions(BESIDE);
            CoverageAsker large = new CoverageAsker(instance, suite.replicas(Service.PRIORITIES_SERVICE).get(0), viewer);
            CoverageAsker small = new CoverageAsker(instance, suite.replicas(Service.PRIORITIES_SERVICE).get(1), viewer);
            for (int i = 0; i < times; i++) {
                for (int q = 0; q < questions.size(); q++) {
                    if (i % questions.get(q).every() == 0) {
                        large.ask(questions.get(q), i);
                        small.ask(beside.get(q), i);
                    }
                }
            }
            progress.say("coverage", "%d commitments, %s, %s; ms at %d and, in turn with it, at %d".formatted(size, viewer,
                    world.audiencesOf(viewer), size, least));
            for (CoverageQuestion question : questions) {
                progress.say("coverage", "%-22s %s | %s | p95 %.2f times".formatted(question.name(), large.took(question),
                        small.took(question), large.at(question, 0.95) / small.at(question, 0.95)));
            }
        }
    }

    /** What is asked of what such a database holds; one line each. */
    private List<CoverageQuestion> questions(String database) throws SQLException {
        return List.of(CoverageQuestion.get("current", i -> "/api/v1/coverage?series=EXERCISE"),
                CoverageQuestion.get("as of a day",
                        i -> "/api/v1/coverage?series=EXERCISE&asOf=" + LocalDate.of(2021, 1, 1).plusDays(i * 1931L % 3650)),
                known("known, 1 in 1,000 later", world.before(database, 1000)),
                known("known, 1 in 100 later", world.before(database, 100)),
                CoverageQuestion.get("120 months", i -> "/api/v1/coverage/series?series=EXERCISE&months=120&from=2021-01-01")
                        .rarely(),
                CoverageQuestion.steps("party withdraws", i -> CoverageWorld.withdrawParty(i % CoverageWorld.PARTIES)),
                CoverageQuestion.steps("commitment withdraws", CoverageWorld::withdrawCommitment),
                CoverageQuestion.steps("approval refused", CoverageWorld::refuseApproval),
                CoverageQuestion.steps("several at once",
                        i -> String.join(",", CoverageWorld.withdrawParty(i % 3), CoverageWorld.withdrawParty(3 + i % 30),
                                CoverageWorld.refuseApproval(i))));
    }

    private static CoverageQuestion known(String name, Instant at) {
        return CoverageQuestion.get(name, i -> "/api/v1/coverage?series=EXERCISE&knownAt=" + at);
    }
}
