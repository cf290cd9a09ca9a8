package org.surety.kit.http;

import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One page of a list.
 *
 * @param items never more than the limit asked for
 * @param next the cursor of the next page; null on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, String next) {

    public <R> Page<R> map(Function<T, R> representation) {
        return new Page<>(items.stream().map(representation).toList(), next);
    }
}
