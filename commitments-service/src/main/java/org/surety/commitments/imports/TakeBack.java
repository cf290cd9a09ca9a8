package org.surety.commitments.imports;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How far an import has been taken back.
 *
 * @param finishedAt null while it is under way
 * @param withdrawn commitments that it brought
 * @param restored commitments that it amended, now as they were before
 * @param discarded drafts that it made
 * @param changedSince commitments that somebody has touched since: they stay
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TakeBack(String reason, Instant requestedAt, Instant finishedAt, int withdrawn, int restored, int discarded,
        int changedSince) {
}
