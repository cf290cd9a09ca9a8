package org.surety.kit.label;

import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import org.surety.contracts.Undisclosed;

import com.fasterxml.jackson.annotation.JsonValue;

/** Another record by id; {@code {"undisclosed": "NOT_RELEASED"}} for a viewer who may not see that one. */
public record Reference(UUID id) {

    public static final Reference NOT_RELEASED = new Reference(null);

    /** Null stays null: nothing is stated. */
    public static Reference to(UUID id, Predicate<UUID> visible) {
        return id == null ? null : visible.test(id) ? new Reference(id) : NOT_RELEASED;
    }

    @JsonValue
    Object toJson() {
        return id != null ? id : Map.of("undisclosed", Undisclosed.NOT_RELEASED);
    }
}
