package org.surety.kit.follow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.surety.kit.label.Audiences;
import org.surety.kit.label.Label;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * What a projection takes from a batch of changes: of each subject the newest version - every change carries the full state -, as rows
 * for one set-based statement.
 */
public final class Batch {

    /** The names of a record's components in snake case are the columns of its table; a map's keys are the columns as they stand. */
    private static final ObjectMapper ROWS = JsonMapper.builder().addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL).build();

    private final Collection<ReceivedChange> newest;
    private final Map<Label, Integer> interned = new HashMap<>();

    private Batch(Collection<ReceivedChange> newest) {
        this.newest = newest;
    }

    /** How a change becomes a row. */
    @FunctionalInterface
    public interface Reading<R> {
        R of(ReceivedChange change);
    }

    /** The changes of these short types; a type that is not among them is newer than this reader and none of its business. */
    public static Batch of(List<ReceivedChange> changes, Set<String> types) {
        Map<String, ReceivedChange> newest = new LinkedHashMap<>();
        for (ReceivedChange change : changes) {
            if (types.contains(change.shortType())) {
                newest.merge(change.subject(), change, (one, other) -> other.version() > one.version() ? other : one);
            }
        }
        return new Batch(newest.values());
    }

    public boolean isEmpty() {
        return newest.isEmpty();
    }

    /** The audience of a label. They are asked for once a batch: it has many changes, some labels and hardly ever a new one. */
    public int audience(Label label, Audiences audiences) {
        if (interned.isEmpty()) {
            interned.putAll(audiences.known(newest.stream().map(ReceivedChange::label).distinct().toList()));
        }
        return interned.computeIfAbsent(label, audiences::intern);
    }

    /** The rows as a JSON array, for {@code jsonb_populate_recordset}. */
    public <R> String rows(Reading<R> reading) {
        List<R> rows = new ArrayList<>();
        newest.forEach(change -> rows.add(reading.of(change)));
        try {
            return ROWS.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row is always JSON", e);
        }
    }
}
