package org.surety.delegations.attendance;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

import org.surety.contracts.Undisclosed;
import org.surety.delegations.person.DisclosedText;
import org.surety.release.Cell;
import org.surety.release.Handling;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

/** A list of participants as CSV (RFC 4180), to be printed or opened in a spreadsheet. */
final class ParticipantFile {

    /** After JSON, for who takes anything. */
    static final String MEDIA_TYPE = "text/csv;qs=0.5";

    static final String CONTENT_TYPE = "text/csv;charset=UTF-8;header=present";

    private ParticipantFile() {
    }

    static String of(ParticipantList list) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(Handling.COLUMN, "series", "party", "partyName", "partyKind", "host", "level", "role", "rank", "name",
                    "post", "person",
                    "delegation");
            for (Participant participant : list.items()) {
                csv.writeRecord(
                        List.of(Handling.NOTICE, list.series().name(), participant.party(), Cell.harmless(participant.partyName()),
                                participant.partyKind().name(), Boolean.toString(participant.host()),
                                value(participant.level().level(), participant.level().undisclosed()), participant.role().name(),
                                value(participant.rank().value(), participant.rank().undisclosed()), text(participant.name()),
                                text(participant.post()), value(participant.person().value(), participant.person().undisclosed()),
                                participant.delegation().toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a string is always written", e);
        }
        return text.toString();
    }

    private static String text(DisclosedText text) {
        return text == null ? "" : text.text() == null ? undisclosed(text.undisclosed()) : Cell.harmless(text.text());
    }

    private static String value(Object value, Undisclosed reason) {
        return value == null ? undisclosed(reason) : value.toString();
    }

    private static String undisclosed(Undisclosed reason) {
        return "UNDISCLOSED(" + reason + ")";
    }
}
