package org.surety.gateway.stream;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The latest events of a group of listeners, numbered from 1, as many as are kept. All listeners read from here, each as fast as it can: one
 * that is further behind than this goes back has lost its place, and holds up nobody.
 */
final class Journal {

    /** Cursors that were given to listeners and still lead to a place here: one for each event, and as many from heartbeats. */
    private static final int CURSORS_PER_EVENT = 2;

    private final int kept;
    /** The event with a number stands at that number modulo the length: every listener looks up what is new to it, whenever there is something. */
    private final StreamEvent[] events;
    private final Map<String, Long> numberOfChange = new HashMap<>();
    private final Map<String, Long> placeOfCursor = new LinkedHashMap<>();
    private long end;

    Journal(int kept) {
        this.kept = kept;
        this.events = new StreamEvent[kept];
    }

    void append(StreamEvent event) {
        end++;
        StreamEvent oldest = events[place(end)];
        if (oldest != null && oldest.change() != null) {
            numberOfChange.remove(key(oldest.service(), oldest.change()));
        }
        events[place(end)] = event;
        if (event.change() != null) {
            numberOfChange.put(key(event.service(), event.change()), end);
            remember(event.cursor().text());
        }
    }

    /** The number of the latest event, 0 before the first. */
    long end() {
        return end;
    }

    /** Whether what follows this number is still here. */
    boolean reaches(long number) {
        return number >= end - kept;
    }

    /** The event with this number, which has to be here still. */
    StreamEvent event(long number) {
        return events[place(number)];
    }

    /** The number under which a service's change stands here. */
    OptionalLong numberOf(int service, String change) {
        Long number = change == null ? null : numberOfChange.get(key(service, change));
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /** Notes that this cursor was given for the end of what is here. */
    void remember(String cursor) {
        placeOfCursor.putIfAbsent(cursor, end);
        if (placeOfCursor.size() > CURSORS_PER_EVENT * kept) {
            Iterator<String> oldest = placeOfCursor.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** The number behind which a listener goes on that has this cursor, if what follows is still here. */
    OptionalLong placeOf(String cursor) {
        Long number = placeOfCursor.get(cursor);
        return number == null || !reaches(number) ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private int place(long number) {
        return (int) (number % kept);
    }

    private static String key(int service, String change) {
        return service + " " + change;
    }
}
