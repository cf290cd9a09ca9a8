package org.surety.priorities.situation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What a situation says, as two persons of different parties stand for it. */
@Embeddable
record Wording(String title, String text, String host, String place, @Column(name = "from_day") LocalDate from,
        @Column(name = "until_day") LocalDate until, @Column(name = "determined_by") String determinedBy, String source) {

    static Wording of(SituationDescription said) {
        return new Wording(said.title(), said.text(), said.host(), said.place(), said.from(), said.until(), said.determinedBy(),
                said.source());
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    List<String> changesTo(Wording other) {
        List<String> changed = new ArrayList<>();
        note(changed, "title", title, other.title);
        note(changed, "text", text, other.text);
        note(changed, "host", host, other.host);
        note(changed, "place", place, other.place);
        note(changed, "from", from, other.from);
        note(changed, "until", until, other.until);
        note(changed, "determinedBy", determinedBy, other.determinedBy);
        note(changed, "source", source, other.source);
        return changed;
    }

    private static void note(List<String> changed, String field, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            changed.add(field);
        }
    }
}
