package org.surety.priorities.assessment;

import java.time.LocalDate;
import java.util.StringJoiner;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;

/** A set of days, of any number of periods, each of which may be without a beginning or an end. */
public final class Days {

    public static final Days ALL = new Days(ImmutableRangeSet.of(Range.all()));
    public static final Days NONE = new Days(ImmutableRangeSet.of());

    /** Every range has its first day and not its last bound, where it has any. */
    private final ImmutableRangeSet<LocalDate> ranges;

    private Days(ImmutableRangeSet<LocalDate> ranges) {
        this.ranges = ranges;
    }

    /** That day and all later ones; null: all days. */
    public static Days from(LocalDate first) {
        return first == null ? ALL : new Days(ImmutableRangeSet.of(Range.atLeast(first)));
    }

    /** That day and all earlier ones; null: all days. */
    public static Days until(LocalDate last) {
        return last == null ? ALL : before(last.plusDays(1));
    }

    /** All days before that one. */
    public static Days before(LocalDate end) {
        return new Days(ImmutableRangeSet.of(Range.lessThan(end)));
    }

    public Days and(Days other) {
        return new Days(ranges.intersection(other.ranges));
    }

    public Days or(Days other) {
        return new Days(ranges.union(other.ranges));
    }

    public Days without(Days other) {
        return new Days(ranges.difference(other.ranges));
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    public boolean contains(LocalDate day) {
        return ranges.contains(day);
    }

    /** As PostgreSQL writes a {@code datemultirange}. */
    @JsonValue
    public String text() {
        StringJoiner text = new StringJoiner(",", "{", "}");
        for (Range<LocalDate> range : ranges.asRanges()) {
            text.add((range.hasLowerBound() ? "[" + range.lowerEndpoint() : "(") + ","
                    + (range.hasUpperBound() ? range.upperEndpoint() : "") + ")");
        }
        return text.toString();
    }

    /** Reads what PostgreSQL writes of a {@code datemultirange}. */
    public static Days parse(String text) {
        ImmutableRangeSet.Builder<LocalDate> ranges = ImmutableRangeSet.builder();
        for (String range : text.substring(1, text.length() - 1).split("(?<=\\)),")) {
            if (!range.isEmpty()) {
                ranges.add(range(range.substring(1, range.length() - 1).split(",", -1)));
            }
        }
        return new Days(ranges.build());
    }

    private static Range<LocalDate> range(String[] ends) {
        if (ends[0].isEmpty()) {
            return ends[1].isEmpty() ? Range.all() : Range.lessThan(LocalDate.parse(ends[1]));
        }
        LocalDate first = LocalDate.parse(ends[0]);
        return ends[1].isEmpty() ? Range.atLeast(first) : Range.closedOpen(first, LocalDate.parse(ends[1]));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Days days && ranges.equals(days.ranges);
    }

    @Override
    public int hashCode() {
        return ranges.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
