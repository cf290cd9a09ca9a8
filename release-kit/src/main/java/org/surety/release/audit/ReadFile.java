package org.surety.release.audit;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.surety.release.Cell;
import org.surety.release.Handling;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

/** Reads as CSV (RFC 4180), with what every file says of itself and the columns of {@link ReadRepresentation}. */
public final class ReadFile {

    /** After JSON, for who takes anything. */
    public static final String MEDIA_TYPE = "text/csv;qs=0.5";

    static final String CONTENT_TYPE = "text/csv;charset=UTF-8;header=present";

    private ReadFile() {
    }

    static String of(List<ReadRepresentation> reads) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(Handling.COLUMN, "id", "at", "part", "subject", "client", "party", "roles", "traceId", "method", "path",
                    "query",
                    "status",
                    "mediaType", "export", "records", "digest");
            for (ReadRepresentation read : reads) {
                csv.writeRecord(Stream
                        .of(Handling.NOTICE, read.id(), read.at(), read.part(), read.subject(), read.client(), read.party(),
                                String.join(" ", read.roles()), read.traceId(), read.method(), read.path(), read.query(),
                                read.status(),
                                read.mediaType(), read.export(), read.records(), read.digest())
                        .map(value -> Cell.harmless(Objects.toString(value, ""))).toArray(String[]::new));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a string is always written", e);
        }
        return text.toString();
    }
}
