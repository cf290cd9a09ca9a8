package org.surety.priorities.minimum;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.kit.follow.Projector;
import org.surety.kit.follow.ReceivedChange;
import org.surety.kit.log.Database;
import org.surety.priorities.coverage.TouchedRequirements;

/** Looks, once the others have applied changes, whether these have made a figure cross a minimum. A generation that nobody reads yet tells nothing. */
@ApplicationScoped
public class MinimumProjector implements Projector {

    private static final String IS_READ = "select current_schema() = 'public'";

    private final Database database;
    private final TouchedRequirements touched;
    private final MinimumWatch watch;

    MinimumProjector(Database database, TouchedRequirements touched, MinimumWatch watch) {
        this.database = database;
        this.touched = touched;
        this.watch = watch;
    }

    @Override
    public void apply(List<ReceivedChange> changes) {
        Set<UUID> requirements = touched.take();
        if (!requirements.isEmpty()) {
            database.run(connection -> {
                if (Database.first(connection, IS_READ, row -> row.getBoolean(1))) {
                    watch.applied(connection, requirements, changes);
                }
            });
        }
    }

    @Override
    public void refill(List<ReceivedChange> changes) {
        touched.take();
    }
}
