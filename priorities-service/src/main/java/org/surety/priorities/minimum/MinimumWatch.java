package org.surety.priorities.minimum;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.surety.contracts.CoverageState.Cause;
import org.surety.kit.actor.Actor;
import org.surety.kit.follow.ReceivedChange;
import org.surety.kit.log.ChangeLog;
import org.surety.kit.log.Database;
import org.surety.priorities.coverage.CoverageFigures;
import org.surety.priorities.coverage.CoverageFigures.Figure;
import org.surety.priorities.minimum.Watched.Circle;
import org.surety.priorities.requirement.RequirementStated;
import org.surety.priorities.situation.SituationService;

/**
 * Tells when what is assured, or available, of a requirement falls below its credible minimum or reaches it. To be called by whoever holds the
 * lock of coverage, as viewer {@code system}: so each crossing is told once, by whichever replica. The figures are those that a viewer gets
 * who sees what everybody sees who sees the requirement, and nothing besides.
 */
@ApplicationScoped
public class MinimumWatch {

    private static final Actor SERVICE = new Actor("priorities-service", "priorities-service", null, Set.of());

    /** Of the day and of the whole cycle, as coverage has it. */
    private static final String MINIMUM = """
            r.rotation_factor * coalesce((select (phase ->> 'minimum')::numeric from jsonb_array_elements(r.phases) phase
                where (phase ->> 'from')::date <= ? order by phase ->> 'from' desc limit 1), r.minimum)""";

    private static final String STANDING = "select r.id, r.series, " + MINIMUM + ", a.key, r.audience_id"
            + " from requirement r join audience a on a.id = r.audience_id where r.withdrawal_reason is null";

    private static final String BEGIN = """
            insert into coverage_minimum (id, version, requirement_id, stage, met, quantity, audience_id)
            select gen_random_uuid(), 0, r.id, stage, %s <= 0, 0, r.audience_id
            from requirement r cross join unnest(array['ASSURED', 'AVAILABLE']) stage where r.id = ?""".formatted(MINIMUM);

    private static final String NARROW = """
            select set_config('surety.audiences', coalesce((select array_agg(id)::text from audience
                    where release = 'PUBLIC' or ?::boolean and release = 'COALITION' and series = ?), '{}'), true),
                set_config('surety.viewer', '', true)""";

    private static final String WIDEN = "select set_config('surety.viewer', 'system', true)";

    private static final String LOOKED = """
            insert into coverage_minimum_look (day, last_change) select ?, coalesce(max(id), 0) from change
            on conflict (only_row) do update set day = excluded.day, last_change = excluded.last_change""";

    private final Database database;
    private final CoverageFigures figures;
    private final SituationService situations;
    private final ChangeLog log;
    private final Clock clock;

    MinimumWatch(Database database, CoverageFigures figures, SituationService situations, ChangeLog log, Clock clock) {
        this.database = database;
        this.figures = figures;
        this.situations = situations;
        this.log = log;
        this.clock = clock;
    }

    /** On a day. */
    private record Look(LocalDate day, Causes causes) {
    }

    /** From nothing: so it needs no lock of coverage, for which whoever states a requirement would wait. */
    void begin(@Observes RequirementStated stated) {
        database.run(connection -> Database.update(connection, BEGIN, LocalDate.now(clock), stated.id()));
    }

    /** These changes of commitments-service have been applied. */
    void applied(Connection connection, Collection<UUID> touched, List<ReceivedChange> changes) throws SQLException {
        LocalDate today = LocalDate.now(clock);
        look(connection, some(connection, touched, today), new Look(today, Causes.applied(changes, today)));
    }

    /** These requirements have changed. */
    public void changed(Connection connection, Collection<UUID> requirements) throws SQLException {
        LocalDate today = LocalDate.now(clock);
        look(connection, some(connection, requirements, today), new Look(today, Causes.recorded(today)));
    }

    /** Looks at all: a day may have begun, a situation been declared, a minimum been amended. */
    void all(Connection connection) throws SQLException {
        LocalDate today = LocalDate.now(clock);
        look(connection, Database.list(connection, STANDING, Watched::of, today), new Look(today, Causes.recorded(today)));
        Database.update(connection, LOOKED, today);
    }

    private static List<Watched> some(Connection connection, Collection<UUID> ids, LocalDate day) throws SQLException {
        return Database.list(connection, STANDING + " and r.id = any (?::uuid[])", Watched::of, day,
                connection.createArrayOf("uuid", ids.toArray()));
    }

    private void look(Connection connection, List<Watched> requirements, Look look) throws SQLException {
        Map<Told.Of, Told> told = Told.map(connection, requirements.stream().map(Watched::id).toList());
        Map<Circle, List<Watched>> circles = requirements.stream().collect(Collectors.groupingBy(Watched::circle));
        for (Map.Entry<Circle, List<Watched>> entry : circles.entrySet()) {
            Map<UUID, Figure> seen = seen(connection, entry.getKey(), entry.getValue(), look.day());
            for (Watched requirement : entry.getValue()) {
                Figure figure = seen.getOrDefault(requirement.id(), Figure.NOTHING);
                compare(connection, told, new Seen(requirement, "ASSURED", figure.assured()), look);
                compare(connection, told, new Seen(requirement, "AVAILABLE", figure.available()), look);
            }
        }
    }

    private Map<UUID, Figure> seen(Connection connection, Circle circle, List<Watched> requirements, LocalDate day)
            throws SQLException {
        Database.list(connection, NARROW, row -> null, circle.coalition(), circle.series().name());
        try {
            Set<String> inForce = situations.inForce(circle.series(), day).stream()
                    .map(situation -> situation.kind().name()).collect(Collectors.toSet());
            return figures.of(circle.series(), day, inForce, requirements.stream().map(Watched::id).toList());
        } finally {
            Database.list(connection, WIDEN, row -> null);
        }
    }

    private void compare(Connection connection, Map<Told.Of, Told> told, Seen seen, Look look) throws SQLException {
        Told before = told.get(seen.of());
        Told now = before == null ? Told.first(seen) : before.now(seen);
        if (before != null && now.version() > before.version()) {
            Cause cause = look.causes().of(connection, seen.requirement(), seen.stage());
            log.append(SERVICE, () -> MinimumEvents.crossed(seen.requirement(), before, now, look.day(), cause));
        }
        if (!now.equals(before)) {
            now.keep(connection);
        }
    }
}
