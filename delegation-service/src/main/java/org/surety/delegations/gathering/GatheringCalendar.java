package org.surety.delegations.gathering;

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
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;

/** Gatherings as iCalendar (RFC 5545), for the calendars of those who go there. */
final class GatheringCalendar {

    /** After JSON, for who takes anything. */
    static final String MEDIA_TYPE = "text/calendar;qs=0.5";

    private static final String PRODUCT = "-//Surety//Gatherings//EN";

    private GatheringCalendar() {
    }

    /**
     * A gathering in a calendar.
     *
     * @param recordedAt when this version of it was recorded
     */
    record Entry(GatheringRepresentation gathering, Instant recordedAt) {
    }

    static String of(List<Entry> entries) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setDescription(Handling.NOTICE);
        calendar.setExperimentalProperty("X-WR-CALDESC", Handling.NOTICE);
        entries.forEach(entry -> calendar.addEvent(event(entry)));
        return Biweekly.write(calendar).go();
    }

    private static VEvent event(Entry entry) {
        GatheringRepresentation gathering = entry.gathering();
        VEvent event = new VEvent();
        event.setUid(gathering.id() + "@surety");
        event.setDateTimeStamp(Date.from(entry.recordedAt()));
        event.setLastModified(Date.from(entry.recordedAt()));
        event.setSequence(Math.toIntExact(gathering.version() - 1));
        event.setDateStart(new DateStart(allDay(gathering.startsOn())));
        // The end of an event is the day on which it is over.
        event.setDateEnd(new DateEnd(allDay(gathering.endsOn().plusDays(1))));
        event.setSummary((gathering.series() == Series.EXERCISE ? "EXERCISE: " : "") + gathering.title());
        event.setLocation(gathering.place());
        event.setDescription(gathering.agenda());
        switch (gathering.status()) {
            case CANCELLED -> event.setStatus(Status.cancelled());
            case HELD -> event.setStatus(Status.confirmed());
            case PLANNED -> {
                // Whether what is planned is certain nobody has said.
            }
        }
        boolean isPublic = gathering.label().release() == Release.PUBLIC;
        event.setClassification(isPublic ? Classification.public_() : Classification.confidential());
        event.setExperimentalProperty("X-SURETY-RELEASE", gathering.label().release().name());
        return event;
    }

    /** From the parts of the day: a point in time would be another day elsewhere. */
    private static ICalDate allDay(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }
}
