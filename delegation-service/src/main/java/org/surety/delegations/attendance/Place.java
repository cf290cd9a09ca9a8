package org.surety.delegations.attendance;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.surety.contracts.PartyKind;
import org.surety.contracts.Rank;

/**
 * Where a delegation stands in the order of protocol: the host, then states before organisations, each by the rank of the head - an
 * undisclosed one last - and by the English name of the party.
 */
record Place(boolean host, PartyKind kind, Rank headRank, String name, String code) implements Comparable<Place> {

    /** A Collator keeps state while it compares. */
    private static final ThreadLocal<Collator> NAMES = ThreadLocal.withInitial(() -> Collator.getInstance(Locale.ENGLISH));

    private static final Comparator<Place> PROTOCOL = Comparator.comparing((Place place) -> !place.host())
            .thenComparing(Place::kind)
            .thenComparing(Place::headRank, Comparator.nullsLast(Comparator.<Rank>naturalOrder()))
            .thenComparing(Place::name, (one, other) -> NAMES.get().compare(one, other))
            .thenComparing(Place::code);

    @Override
    public int compareTo(Place other) {
        return PROTOCOL.compare(this, other);
    }

    static int compareNames(String one, String other) {
        return NAMES.get().compare(one, other);
    }

    List<String> toValues(int participant) {
        return List.of(Boolean.toString(host), kind.name(), headRank == null ? "" : headRank.name(), name, code,
                Integer.toString(participant));
    }

    /** From what {@link #toValues} has given. */
    static Place of(List<String> values) {
        return new Place(Boolean.parseBoolean(values.get(0)), PartyKind.valueOf(values.get(1)),
                values.get(2).isEmpty() ? null : Rank.valueOf(values.get(2)), values.get(3), values.get(4));
    }

    static int participant(List<String> values) {
        return Integer.parseInt(values.get(5));
    }
}
