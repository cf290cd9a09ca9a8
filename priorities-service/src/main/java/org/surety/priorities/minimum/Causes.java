package org.surety.priorities.minimum;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.surety.contracts.CoverageState.Cause;
import org.surety.kit.follow.ReceivedChange;
import org.surety.kit.log.Database;

/** Tells what made a figure cross a minimum, as far as everybody may know who sees the requirement. */
@FunctionalInterface
interface Causes {

    Cause CHANGE_NOT_TOLD = new Cause("CHANGE", null, null);

    Cause of(Connection connection, Watched requirement, String stage) throws SQLException;

    /** One of changes that were applied together; not told where it may as well have been something that was not looked at yet. */
    static Causes applied(List<ReceivedChange> changes, LocalDate today) {
        Causes one = oneOf(changes);
        Causes recorded = recorded(today);
        return (connection, requirement, stage) -> recorded.of(connection, requirement, stage).equals(CHANGE_NOT_TOLD)
                ? one.of(connection, requirement, stage)
                : CHANGE_NOT_TOLD;
    }

    /** The only one, or the last one that concerns what contributes to the requirement. */
    private static Causes oneOf(List<ReceivedChange> changes) {
        return (connection, requirement, stage) -> {
            List<ReceivedChange> candidates = changes.stream()
                    .filter(change -> !change.shortType().startsWith("delivery.") && requirement.circle().sees(change.label()))
                    .toList();
            if (changes.size() == 1 && candidates.size() == 1) {
                return cause(candidates.get(0));
            }
            List<String> concerned = Database.list(connection,
                    """
                            select s.id from unnest(?::text[]) s (id) where exists (
                                select from commitment_reference c where c.contributions @> jsonb_build_array(jsonb_build_object('requirement', ?::text))
                                    and (c.id = s.id::uuid or c.id in (select commitment from coverage_dependency
                                        where depends_on in ('APPROVAL ' || s.id, 'INSTRUMENT ' || s.id, 'COMMITMENT ' || s.id))))""",
                    row -> row.getString(1),
                    connection.createArrayOf("text", candidates.stream().map(ReceivedChange::subject).distinct().toArray()),
                    requirement.id().toString());
            return candidates.stream().filter(change -> concerned.contains(change.subject())).reduce((one, later) -> later)
                    .map(Causes::cause).orElse(CHANGE_NOT_TOLD);
        };
    }

    private static Cause cause(ReceivedChange change) {
        return new Cause("CHANGE", change.shortType(), UUID.fromString(change.subject()));
    }

    /**
     * A change of the own log since the last look: of the requirement or, where it is told what is available, of a situation that is no
     * exercise. Else the day, if another one has begun.
     */
    static Causes recorded(LocalDate today) {
        return (connection, requirement, stage) -> {
            Cause change = Database.first(connection,
                    """
                            select substring(type from 'org\\.surety\\.(.*)\\.v1'), subject from change c join audience a on a.id = c.audience_id
                            where c.id > coalesce((select last_change from coverage_minimum_look), 0)
                                and (c.type = 'org.surety.requirement.amended.v1' and c.subject = ?
                                    or c.type in ('org.surety.situation.determined.v1', 'org.surety.situation.rescinded.v1',
                                            'org.surety.situation.rescission-withdrawn.v1')
                                        and ? = 'AVAILABLE' and c.state ->> 'series' = ? and not (c.state ->> 'exercise')::boolean)
                                and (a.release = 'PUBLIC' or ?::boolean and a.release = 'COALITION' and a.series = ?)
                            order by c.id desc limit 1""",
                    row -> new Cause("CHANGE", row.getString(1), UUID.fromString(row.getString(2))), requirement.id().toString(),
                    stage,
                    requirement.series().name(), requirement.circle().coalition(), requirement.series().name());
            if (change != null) {
                return change;
            }
            LocalDate looked = Database.first(connection, "select day from coverage_minimum_look",
                    row -> row.getObject(1, LocalDate.class));
            return looked == null || looked.equals(today) ? CHANGE_NOT_TOLD : new Cause("DAY", null, null);
        };
    }
}
