package org.surety.drills;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.surety.local.Instance;
import org.surety.local.Options;
import org.surety.local.PartFailure;
import org.surety.local.Ports;
import org.surety.local.PostgresPart;
import org.surety.local.Progress;
import org.surety.local.Service;
import org.surety.local.ServicePart;
import org.surety.local.Suite;
import org.surety.local.Tokens;

/**
 * {@code deploy/acceptance/drill --rebuild N}: how fast priorities-service makes its projection of the commitments anew. The suite itself, without
 * faults and without load; only the owner's log is written past the owner, of changes such as the drills make.
 */
public final class RebuildCommand {
    private static final int FIRST_BASE = 10_900;
    private static final int DEFAULT_TIMES = 3;
    private static final Duration LIMIT = Duration.ofMinutes(20);

    /**
     * Of 69 commands on commitments in a drill 25 draft, which is withheld from readers, 24 file and 20 amend, decide or withdraw; ten parties, four
     * labels, six requirements, every fourth earlier support. A commitment's changes are some hundreds apart.
     */
    private static final String FILL = """
            insert into audience (key, release, series, owner, parties)
            select distinct on (key) key, split_part(key, '|', 1), nullif(split_part(key, '|', 2), ''), nullif(split_part(key, '|', 3), ''),
                   case when key like 'NAMED%%' then '{XAB,XAJ}'::text[] else '{}' end
            from (select unnest(array['PUBLIC', 'COALITION|EXERCISE|' || p, 'NATIONAL|EXERCISE|' || p, 'NAMED|EXERCISE|' || p || '|XAB,XAJ'])
                  from unnest(array['XAA','XAB','XAC','XAD','XAE','XAF','XAG','XAH','XAI','XAJ']) p) as keys (key)
            on conflict (key) do nothing;
            create temporary table story as
            select i, v, i * 3 + v * 700 as moment,
                   case when v = 1 then 'drafted' when v = 2 then 'filed' when v = last and i %% 4 = 0 then 'withdrawn'
                        when i %% 4 <> 3 and v = 3 then 'decided' else 'amended' end as act,
                   case i %% 4 when 0 then 'PUBLIC' else (array['COALITION|EXERCISE|', 'NATIONAL|EXERCISE|', 'NAMED|EXERCISE|'])[i %% 4]
                        || party || case when i %% 4 = 3 then '|XAB,XAJ' else '' end end as label,
                   party, i %% 4 = 1 as support, v >= 3 and i %% 4 <> 3 as decided, 1 + (i * 7919 + v * 31) %% 500 as soldiers
            from (select i, 'XA' || chr(65 + i %% 10) as party, 2 + (i %% 6 <> 0)::int + (i %% 12 = 4)::int as last
                  from generate_series(1, %1$d / 2) i) c, generate_series(1, last) v;
            insert into change (change_id, type, subject, subject_version, state, changed, reason, actor, audience_id, effective_on, withheld,
                                sequence, recorded_at)
            select gen_random_uuid(), 'org.surety.commitment.' || act || '.v1', md5('c' || i)::uuid, v,
                   case when support then json_build_object('id', md5('c' || i)::uuid, 'party', party, 'series', 'EXERCISE', 'basis', 'EARLIER_SUPPORT',
                       'kind', 'LOGISTICS', 'category', 'MILITARY', 'title', 'measured-' || i || '-' || v,
                       'quantity', json_build_object('quantity', soldiers, 'unit', 'lorries'),
                       'money', json_build_object('undisclosed', 'UNKNOWN'),
                       'euroValue', json_build_object('amount', soldiers || '.5', 'currency', 'EUR'),
                       'state', case when act = 'withdrawn' then 'WITHDRAWN' else 'FILED' end)
                   else json_build_object('id', md5('c' || i)::uuid, 'party', party, 'series', 'EXERCISE', 'basis', 'GUARANTEE',
                       'kind', 'FORCE_CONTRIBUTION', 'title', 'measured-' || i || '-' || v, 'priority', 'MULTINATIONAL_FORCE',
                       'contributions', json_build_array(json_build_object('requirement', md5('r' || soldiers %% 6)::uuid, 'quantity', soldiers)),
                       'quantity', json_build_object('quantity', soldiers, 'unit', 'soldiers'), 'money', json_build_object('undisclosed', 'NOT_APPLICABLE'),
                       'euroValue', json_build_object('undisclosed', 'UNKNOWN'), 'from', date '2026-01-01' + 30 * (i %% 9), 'until', '2028-12-31',
                       'domain', 'LAND', 'announcedOn', date '2026-01-06' + i %% 200, 'state', case when act = 'withdrawn' then 'WITHDRAWN' else 'FILED' end,
                       'decision', case when decided then json_build_object('decidedOn', date '2026-03-01' + i %% 28, 'source', 'order ' || i) end)
                   end, '{}', 'NEW_FACT', 'measure', a.id, date '2026-03-01', v = 1,
                   (select last_sequence from log_head) + row_number() over (order by moment, i), (select stamp from log_head)
            from (select * from story order by moment, i limit %1$d) story join audience a on a.key = story.label;
            update log_head set last_sequence = (select max(sequence) from change), published_through = (select max(sequence) from change),
                epoch = epoch + 1, lease_until = clock_timestamp();
            analyze change;""";

    private final Suite suite;
    private final Progress progress;

    private RebuildCommand(Suite suite, Progress progress) {
        this.suite = suite;
        this.progress = progress;
    }

    /** The checkout whose services are measured, how many changes, how often, and how many replicas. */
    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        Path root = Path.of(words.get(0));
        int changes = Integer.parseInt(words.get(1));
        int times = words.size() > 2 ? Integer.parseInt(words.get(2)) : DEFAULT_TIMES;
        int replicas = words.size() > 3 ? Integer.parseInt(words.get(3)) : 1;
        Options options = Options.in(root).withFolder(root.resolve(".local").resolve("rebuild")).withReset().withReplicas(replicas)
                .withPortBase(Ports.firstFree(FIRST_BASE).base());
        ProcessHandle.current().parent().ifPresent(script -> script.onExit().thenRun(() -> System.exit(1)));
        try (Progress progress = new Progress(System.out)) {
            Suite suite = Suite.start(options, progress);
            Runtime.getRuntime().addShutdownHook(new Thread(suite::close, "end of the measurement"));
            RebuildCommand measurement = new RebuildCommand(suite, progress);
            measurement.fill(changes);
            for (int i = 0; i < times; i++) {
                measurement.rebuild(changes);
            }
        } catch (PartFailure | DrillFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        System.exit(0);
    }

    private void fill(int changes) throws SQLException {
        try (Connection owner = database("commitments"); Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute(FILL.formatted(changes));
            owner.commit();
        }
        // The first generation is told that it has the whole log: only the second is measured.
        String head = value("commitments",
                "select format('log_id = %L, sequence = %s, change_id = %L', log_id, sequence, change_id) from log_head, change "
                        + "where sequence = last_sequence");
        try (Connection consumer = database("priorities"); Statement statement = consumer.createStatement()) {
            statement.execute("update watermark set " + head + " where owner = 'commitments'");
        }
        progress.say("rebuild",
                value("commitments", "select count(*) || ' changes of ' || count(distinct subject) || ' commitments, ' "
                        + "|| count(*) filter (where withheld) || ' withheld' from change"));
    }

    private void rebuild(int changes) throws SQLException, IOException, InterruptedException {
        try (Connection consumer = database("priorities"); Statement look = consumer.createStatement()) {
            Duration worked = cpu();
            long begun = System.nanoTime();
            begin();
            long filled = 0;
            long last = Long.parseLong(value("commitments", "select last_sequence::text from log_head"));
            while (true) {
                try (ResultSet mark = look.executeQuery("select sequence from rebuild.watermark where owner = 'commitments'")) {
                    if (!mark.next()) {
                        break;
                    }
                    filled = filled == 0 && mark.getLong(1) >= last ? System.nanoTime() : filled;
                }
                if (System.nanoTime() - begun > LIMIT.toNanos()) {
                    throw new DrillFailure("not rebuilt after " + LIMIT);
                }
                TimeUnit.MILLISECONDS.sleep(10);
            }
            long end = System.nanoTime();
            double seconds = (end - begun) / 1e9;
            progress.say("rebuild", "%.2f s: %.0f changes/s; CPU %.2f s; the switch %.2f s; %s".formatted(seconds,
                    changes / seconds,
                    cpu().minus(worked).toMillis() / 1000.0,
                    filled == 0 ? 0 : (end - filled) / 1e9, value("priorities",
                            """
                                    select (select count(*) from commitment_reference) || ' commitments, ' || (select count(*) from coverage_delta)
                                        || ' deltas, wrong: ' || (select count(*) from coverage_mismatch) + (select count(*) from earlier_support_mismatch)""")));
        }
    }

    /** What all processes of the suite have worked, the steady measure on a machine that has other things to do. */
    private static Duration cpu() {
        return ProcessHandle.current().descendants().map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** At every replica: so they begin when they find that a log was restored. */
    private void begin() throws IOException {
        Instance instance = suite.instance();
        String token = Tokens.ofUser(instance.ports(), "operator");
        for (ServicePart replica : suite.replicas(Service.PRIORITIES_SERVICE)) {
            HttpURLConnection desk = (HttpURLConnection) URI
                    .create(Ports.url(instance.ports().managementOf(replica.port())) + "/logs/commitments/rebuilds").toURL()
                    .openConnection();
            desk.setRequestMethod("POST");
            desk.setRequestProperty("Authorization", "Bearer " + token);
            if (desk.getResponseCode() != HttpURLConnection.HTTP_NO_CONTENT) {
                throw new DrillFailure("the desk answered " + desk.getResponseCode());
            }
        }
    }

    private String value(String database, String query) throws SQLException {
        try (Connection connection = database(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private Connection database(String name) throws SQLException {
        return DriverManager.getConnection(suite.instance().databaseUrl(name), PostgresPart.SUPERUSER,
                suite.instance().databasePassword(PostgresPart.SUPERUSER));
    }
}
