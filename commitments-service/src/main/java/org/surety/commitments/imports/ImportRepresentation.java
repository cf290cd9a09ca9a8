package org.surety.commitments.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.surety.commitments.file.FileFormat;
import org.surety.commitments.file.Told;
import org.surety.kit.log.Reason;

/**
 * An import as it is answered.
 *
 * @param delimiter found in or said of CSV; absent in other forms
 * @param decimal the sign before fractions, found or said
 * @param reason why what is there already is said anew
 * @param controls the totals that were expected, beside those found
 * @param takeBack how far it has been taken back; absent: nobody has asked for it
 * @param rows how many the file has: control for the counts
 * @param accounted how many of them have an outcome; the same number when it is done
 */
public record ImportRepresentation(UUID id, String mapping, FileFormat format, Told.Delimiter delimiter, Told.Decimal decimal,
        Mode mode, boolean dryRun, Reason reason, JobState state, int rows, int accounted, ImportJob.Counts counts,
        List<Control> controls,
        TakeBack takeBack, String failure, Instant createdAt, Instant startedAt, Instant finishedAt) {

    static ImportRepresentation from(ImportJob job, List<Control> controls, TakeBack takeBack) {
        ImportJob.Counts counts = job.counts();
        int accounted = counts.imported() + counts.amended() + counts.unchanged() + counts.rejected() + counts.notStored();
        return new ImportRepresentation(job.id(), job.mapping(), job.dialect().format(), job.dialect().saidDelimiter(),
                job.dialect().decimalComma() ? Told.Decimal.COMMA : Told.Decimal.POINT, job.mode(), job.dryRun(), job.reason(),
                job.state(),
                job.rows(), accounted, counts, controls, takeBack, job.failure(), job.createdAt(), job.startedAt(),
                job.finishedAt());
    }
}
