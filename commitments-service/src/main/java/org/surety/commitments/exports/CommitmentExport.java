package org.surety.commitments.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.surety.commitments.commitment.CommitmentFilter;
import org.surety.commitments.commitment.CommitmentRepresentation;
import org.surety.commitments.commitment.CommitmentService;
import org.surety.commitments.commitment.CommitmentService.Part;
import org.surety.commitments.file.FileFormat;
import org.surety.commitments.file.HarmlessCells;
import org.surety.commitments.file.TableWriter;
import org.surety.commitments.template.TemplateCells;
import org.surety.release.Handling;
import org.surety.release.audit.Reading;

/**
 * What a viewer may see, as a file in the own template: imported again, it changes nothing. Written part by part, each read in a transaction
 * of its own; a commitment that changes meanwhile is shown as it stood when its part was read, unless an instant is given.
 */
class CommitmentExport {

    /** So many rows are in memory. */
    private static final int PART = 500;

    private final CommitmentService commitments;
    private final CommitmentFilter filter;
    private final FileFormat format;
    private final Reading reading;
    private Part part;

    /** Reads the first part: what is wrong with the question is answered before the file begins. */
    CommitmentExport(CommitmentService commitments, CommitmentFilter filter, FileFormat format, Reading reading) {
        this.commitments = commitments;
        this.filter = filter;
        this.format = format;
        this.reading = reading;
        this.part = commitments.part(filter, 0, PART);
    }

    void write(OutputStream out) throws IOException {
        reading.givesNoRecord();
        try (TableWriter table = TableWriter.to(out, format, ',', "Commitments", TemplateCells.headers())) {
            while (!part.items().isEmpty()) {
                reading.gives(part.items());
                for (CommitmentRepresentation commitment : part.items()) {
                    table.row(harmless(TemplateCells.of(commitment)));
                }
                part = commitments.part(filter, part.last(), PART);
            }
            table.beside("Handling", List.of(List.of(Handling.NOTICE)));
        }
    }

    private List<String> harmless(List<String> cells) {
        return format == FileFormat.NDJSON ? cells : cells.stream().map(HarmlessCells::protect).toList();
    }
}
