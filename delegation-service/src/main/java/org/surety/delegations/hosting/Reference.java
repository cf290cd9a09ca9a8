package org.surety.delegations.hosting;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.surety.contracts.Undisclosed;

import com.fasterxml.jackson.annotation.JsonValue;

/** Another record by id; {@code {"undisclosed": "NOT_RELEASED"}} for a viewer who may not see that one. */
public record Reference(UUID id) {

    /** Null stays null: nothing is stated. */
    public static Reference to(UUID id, Set<UUID> visible) {
        return id == null ? null : new Reference(visible.contains(id) ? id : null);
    }

    @JsonValue
    Object toJson() {
        return id != null ? id : Map.of("undisclosed", Undisclosed.NOT_RELEASED);
    }
}
