package org.surety.gateway.changes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A place in the merged feed: the place in each service's feed, in the order of the services' names. It needs no key of the gateway's own,
 * because each part is sealed by its service for this viewer, and it has a fixed length, because each part has.
 */
public record MergedCursor(List<Place> places) {

    private static final char BETWEEN = '.';

    public MergedCursor {
        places = List.copyOf(places);
    }

    public static MergedCursor everywhere(Place place, int services) {
        return new MergedCursor(Collections.nCopies(services, place));
    }

    /** Empty if no such cursor was ever given. */
    public static Optional<MergedCursor> read(String text, int services) {
        List<Place> places = new ArrayList<>();
        for (String part : text.split("\\.", -1)) {
            Optional<Place> place = Place.read(part);
            if (place.isEmpty() || places.size() == services) {
                return Optional.empty();
            }
            places.add(place.get());
        }
        return places.size() == services ? Optional.of(new MergedCursor(places)) : Optional.empty();
    }

    public Place of(int service) {
        return places.get(service);
    }

    public MergedCursor with(int service, Place place) {
        List<Place> moved = new ArrayList<>(places);
        moved.set(service, place);
        return new MergedCursor(moved);
    }

    public String text() {
        int length = places.stream().mapToInt(place -> place.text().length()).max().orElseThrow();
        StringBuilder text = new StringBuilder((length + 1) * places.size());
        for (Place place : places) {
            text.append(text.isEmpty() ? "" : BETWEEN).append(place.filled(length));
        }
        return text.toString();
    }
}
