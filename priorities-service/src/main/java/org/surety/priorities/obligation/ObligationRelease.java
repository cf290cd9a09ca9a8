package org.surety.priorities.obligation;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.surety.release.feed.PartlyReleased;

/** What a party says of an obligation is told to who may see the situation and the promise now, whatever its label was when it was said. */
@ApplicationScoped
class ObligationRelease implements PartlyReleased {

    private static final String TOLD = """
            select c.change_id, c.changed
            from change c join obligation o on o.id = c.subject::uuid
            join situation s on s.id = o.situation_id join commitment_reference r on r.id = o.commitment_id
            where c.change_id = any (?)""";

    @Override
    public Map<String, String> queries() {
        return Map.of("obligation", TOLD);
    }
}
