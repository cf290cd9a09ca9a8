package org.surety.priorities.situation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.contracts.Series;
import org.surety.kit.actor.Actor;
import org.surety.kit.actor.CurrentActor;
import org.surety.kit.actor.Role;
import org.surety.kit.clock.Today;
import org.surety.kit.log.Database;
import org.surety.kit.problem.NotPermitted;
import org.surety.kit.problem.Violations;
import org.surety.priorities.stating.Days;

/** In whose name the actor speaks of a situation: an editor for the party of the token, while that belongs to the coalition of the series. */
@ApplicationScoped
class Speakers {

    private static final String MEMBER = "select is_member(?, ?)";

    private final CurrentActor actor;
    private final Database database;
    private final Today today;
    private final Clock clock;

    Speakers(CurrentActor actor, Database database, Today today, Clock clock) {
        this.actor = actor;
        this.database = database;
        this.today = today;
        this.clock = clock;
    }

    /** The coordinator, or an editor of a party of the coalition. */
    Voice requireKeeper(Series series, LocalDate on) {
        return voice(series, on, actor.require().is(Role.COORDINATOR));
    }

    /** An editor of a party of the coalition. */
    Voice requireMember(Series series, LocalDate on) {
        return voice(series, on, false);
    }

    /** An exercise plays in its own calendar; a real act has been done when it is recorded. */
    private Voice voice(Series series, LocalDate on, boolean coordinator) {
        Actor by = actor.require();
        String party = by.is(Role.EDITOR) && isMember(by, series) ? by.party() : null;
        if (party == null && !coordinator) {
            throw new NotPermitted(
                    "An editor of a member or beneficiary of the coalition of the series " + series + " may do this.");
        }
        Days.check(new Violations(), on, "on")
                .check(on == null || series == Series.EXERCISE || !on.isAfter(today.day()), "on", "must not be in the future")
                .refuse();
        return new Voice(by.subject(), party, coordinator, on == null ? today.day() : on,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private boolean isMember(Actor by, Series series) {
        return by.series() == series
                && database
                        .call(connection -> Database.first(connection, MEMBER, row -> row.getBoolean(1), by.party(), today.day()));
    }
}
