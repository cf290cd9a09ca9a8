package org.surety.priorities.minimum;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.release.feed.PartlyReleased;

/** That a minimum was crossed is told to who may see the requirement now, whatever its label was then. */
@ApplicationScoped
class CrossingRelease implements PartlyReleased {

    private static final String TOLD = """
            select c.change_id, c.changed
            from change c join requirement r on r.id = (c.state ->> 'requirement')::uuid
            where c.change_id = any (?)""";

    @Override
    public Map<String, String> queries() {
        return Map.of("coverage", TOLD);
    }
}
