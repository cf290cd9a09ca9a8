package org.surety.priorities.coverage;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.surety.priorities.coverage.ContributionRepresentation.Counts;
import org.surety.priorities.coverage.CoverageRepresentation.NotInSums;
import org.surety.priorities.coverage.CoverageRepresentation.OfParty;
import org.surety.priorities.coverage.CoverageRepresentation.OfPriority;
import org.surety.priorities.coverage.CoverageRepresentation.OfRequirement;
import org.surety.priorities.coverage.MonthsRepresentation.OnDay;
import org.surety.release.Cell;
import org.surety.release.Handling;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

/** Coverage as CSV (RFC 4180): plain rows of one kind, of which a spreadsheet makes a plot. */
final class CoverageFile {

    /** After JSON, for who takes anything. */
    static final String MEDIA_TYPE = "text/csv;qs=0.5";

    private static final String CONTENT_TYPE = "text/csv;charset=UTF-8;header=present";

    private final StringWriter text = new StringWriter();
    private final CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);

    private CoverageFile() {
    }

    /** Where a path has a method for each form, the framework gives the first one to who accepts none of them. */
    static void refuseOtherForms(HttpHeaders headers) {
        if (headers.getAcceptableMediaTypes().stream().noneMatch(MediaType.APPLICATION_JSON_TYPE::isCompatible)) {
            throw new NotAcceptableException();
        }
    }

    /** A row for each requirement, party and stage; without a party, of all, with what is undisclosed. */
    static CoverageFile of(CoverageRepresentation coverage) {
        CoverageFile file = new CoverageFile();
        file.header("series", "note", "asOf", "assumed", "priority", "requirement", "title", "unit", "domain", "needed", "minimum",
                "party",
                "stage", "quantity", "undisclosed", "commitments");
        for (OfPriority priority : coverage.priorities()) {
            for (OfRequirement one : priority.requirements()) {
                List<Object> of = List.of(coverage.series(), orEmpty(coverage.note()), coverage.asOf(), several(coverage.assumed()),
                        priority.priority(), one.requirement(), Cell.harmless(one.title()), Cell.harmless(one.unit()), one.domain(),
                        one.needed(), one.minimum());
                file.amount(of, "PLEDGED", one.pledged());
                file.amount(of, "COMMITTED", one.committed());
                file.row(of, "", "ASSURED", one.assured().quantity(), one.assured().undisclosed(), one.assured().commitments());
                file.amount(of, "AVAILABLE", one.assured().available());
                one.parties().forEach(party -> file.party(of, party));
            }
        }
        return file;
    }

    private void amount(List<Object> of, String stage, CoverageRepresentation.Amount amount) {
        row(of, "", stage, amount.quantity(), amount.undisclosed(), amount.commitments());
    }

    private void party(List<Object> of, OfParty party) {
        NotInSums undisclosed = party.undisclosed() == null ? new NotInSums(0, 0, 0, 0) : party.undisclosed();
        row(of, party.party(), "PLEDGED", party.pledged(), undisclosed.pledged(), "");
        row(of, party.party(), "COMMITTED", party.committed(), undisclosed.committed(), "");
        row(of, party.party(), "ASSURED", party.assured(), undisclosed.assured(), "");
        row(of, party.party(), "AVAILABLE", party.available(), undisclosed.available(), "");
    }

    /** A row for each requirement and month. */
    static CoverageFile of(MonthsRepresentation months) {
        CoverageFile file = ofDays();
        for (MonthsRepresentation.OfRequirement one : months.requirements()) {
            List<Object> of = List.of(months.series(), orEmpty(months.note()), several(months.assumed()), one.priority(),
                    one.requirement(), Cell.harmless(one.title()), Cell.harmless(one.unit()), one.domain());
            one.months().forEach(month -> file.row(of, month));
        }
        return file;
    }

    /** A row for each requirement and day. */
    static CoverageFile of(RecordedDaysRepresentation days) {
        CoverageFile file = ofDays();
        for (RecordedDaysRepresentation.OfRequirement one : days.requirements()) {
            List<Object> of = List.of(days.series(), orEmpty(days.note()), several(days.assumed()), one.priority(),
                    one.requirement(), Cell.harmless(one.title()), Cell.harmless(one.unit()), one.domain());
            one.days().forEach(day -> file.row(of, day));
        }
        return file;
    }

    private static CoverageFile ofDays() {
        CoverageFile file = new CoverageFile();
        file.header("series", "note", "assumed", "priority", "requirement", "title", "unit", "domain", "day", "needed", "minimum",
                "pledged", "committed", "assured", "available", "pledgedUndisclosed", "committedUndisclosed",
                "assuredUndisclosed", "availableUndisclosed");
        return file;
    }

    private void row(List<Object> of, OnDay day) {
        row(of, day.day(), day.needed(), day.minimum(), day.pledged().quantity(), day.committed().quantity(),
                day.assured().quantity(), day.available().quantity(), day.pledged().undisclosed(), day.committed().undisclosed(),
                day.assured().undisclosed(), day.available().undisclosed());
    }

    /** A row for each number in which a part of a commitment is. */
    static CoverageFile of(ContributionPage page) {
        CoverageFile file = new CoverageFile();
        file.header("series", "note", "asOf", "priority", "requirement", "unit", "party", "lead", "commitment", "title", "element",
                "says",
                "what",
                "quantity", "undisclosed", "commitments", "until", "wakesOn");
        for (ContributionRepresentation part : page.items()) {
            List<Object> of = List.of(page.series(), orEmpty(page.note()), page.asOf(), page.priority(),
                    orEmpty(page.requirement()),
                    page.unit() == null ? "" : Cell.harmless(page.unit()), part.party(), part.lead(), part.commitment(),
                    part.title() == null ? "" : Cell.harmless(part.title()),
                    part.element() == null ? "" : Cell.harmless(part.element()), says(part));
            for (Counts counts : part.counts()) {
                file.row(of, counts.what(), counts.quantity(), counts.undisclosed(), counts.commitments(), orEmpty(counts.until()),
                        several(part.wakesOn()));
            }
        }
        return file;
    }

    private static Object says(ContributionRepresentation part) {
        if (part.quantity() == null) {
            return "";
        }
        return part.quantity().quantity() == null
                ? "UNDISCLOSED:" + part.quantity().undisclosed()
                : part.quantity().quantity();
    }

    /** The file in place of what the answer has, to be kept under this name. */
    Response in(Response.ResponseBuilder answer, String name) {
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a string is always written", e);
        }
        return answer.entity(text.toString()).type(CONTENT_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"").build();
    }

    private void row(List<Object> of, Object... values) {
        Object[] all = new Object[of.size() + values.length];
        System.arraycopy(of.toArray(), 0, all, 0, of.size());
        System.arraycopy(values, 0, all, of.size(), values.length);
        row(all);
    }

    private void header(String... names) {
        csv.writeRecord(Stream.concat(Stream.of(Handling.COLUMN), Stream.of(names)).toList());
    }

    private void row(Object... values) {
        String[] cells = new String[values.length + 1];
        cells[0] = Handling.NOTICE;
        for (int i = 0; i < values.length; i++) {
            cells[i + 1] = values[i] instanceof BigDecimal number ? number.toPlainString() : values[i].toString();
        }
        csv.writeRecord(cells);
    }

    private static Object orEmpty(Object value) {
        return Objects.requireNonNullElse(value, "");
    }

    private static String several(List<?> values) {
        return String.join(",", values.stream().map(Object::toString).toList());
    }
}
