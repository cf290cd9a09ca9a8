package org.surety.commitments.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;

import org.surety.contracts.Series;
import org.surety.kit.label.Release;
import org.surety.release.Handling;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Classification;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;

/** What comes next of approvals as iCalendar (RFC 5545): votes, tacit consents, ends. What has no day is in no calendar. */
final class ApprovalCalendar {

    /** After JSON, for who takes anything. */
    static final String MEDIA_TYPE = "text/calendar;qs=0.5";

    private static final String PRODUCT = "-//Surety//Approvals//EN";

    private ApprovalCalendar() {
    }

    /**
     * An approval in a calendar, with its standing.
     *
     * @param recordedAt when this version of it was recorded
     */
    record Entry(ApprovalRepresentation approval, Instant recordedAt) {

        LocalDate day() {
            Standing.Next next = approval.standing().next();
            return next == null ? null : next.on().day();
        }
    }

    static String of(List<Entry> entries) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setDescription(Handling.NOTICE);
        calendar.setExperimentalProperty("X-WR-CALDESC", Handling.NOTICE);
        entries.stream().filter(entry -> entry.day() != null).forEach(entry -> calendar.addEvent(event(entry)));
        return Biweekly.write(calendar).go();
    }

    private static VEvent event(Entry entry) {
        ApprovalRepresentation approval = entry.approval();
        Standing standing = approval.standing();
        VEvent event = new VEvent();
        event.setUid(approval.id() + "-" + standing.next().what().name().toLowerCase() + "@surety");
        event.setDateTimeStamp(Date.from(entry.recordedAt()));
        event.setLastModified(Date.from(entry.recordedAt()));
        event.setSequence(Math.toIntExact(approval.version() - 1));
        event.setDateStart(new DateStart(allDay(entry.day())));
        // The end of an event is the day on which it is over.
        event.setDateEnd(new DateEnd(allDay(entry.day().plusDays(1))));
        event.setSummary((approval.series() == Series.EXERCISE ? "EXERCISE: " : "") + words(standing.next().what()) + ": "
                + approval.title());
        event.setLocation(approval.body() + " (" + approval.bodyOf() + ")");
        event.setDescription(standing.why());
        boolean isPublic = approval.label().release() == Release.PUBLIC;
        event.setClassification(isPublic ? Classification.public_() : Classification.confidential());
        event.setExperimentalProperty("X-SURETY-RELEASE", approval.label().release().name());
        return event;
    }

    private static String words(Standing.What what) {
        return switch (what) {
            case VOTE -> "Vote";
            case TACIT_CONSENT -> "Counts as granted unless somebody objects";
            case LAPSE -> "May not go on without it";
            case EXPIRY -> "Grant has expired";
            case DECISION_IN_EFFECT -> "Decision takes effect";
        };
    }

    /** From the parts of the day: a point in time would be another day elsewhere. */
    private static ICalDate allDay(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }
}
