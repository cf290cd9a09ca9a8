package org.surety.commitments.imports;

import java.time.Instant;
import java.util.UUID;

/**
 * An import as it is answered.
 *
 * @param rows how many the file has: control for the counts
 * @param accounted how many of them have an outcome; the same number when it is done
 */
public record ImportRepresentation(UUID id, String mapping, Mode mode, boolean dryRun, JobState state, int rows, int accounted,
        ImportJob.Counts counts, String failure, Instant createdAt, Instant startedAt, Instant finishedAt) {

    static ImportRepresentation from(ImportJob job) {
        ImportJob.Counts counts = job.counts();
        int accounted = counts.imported() + counts.amended() + counts.unchanged() + counts.rejected() + counts.notStored();
        return new ImportRepresentation(job.id(), job.mapping(), job.mode(), job.dryRun(), job.state(), job.rows(), accounted,
                counts,
                job.failure(), job.createdAt(), job.startedAt(), job.finishedAt());
    }
}
