package org.surety.priorities.text;

import java.time.LocalDate;
import java.util.UUID;

import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.contracts.TextStatus;
import org.surety.kit.label.Label;

/** A version of a text as it is answered. */
public record TextRepresentation(UUID id, Series series, PriorityCode priority, int number, String language, TextStatus status,
        String title, LocalDate day, String source, Label.Representation label, long version) {

    static TextRepresentation from(TextVersion text, Label label) {
        return new TextRepresentation(text.id(), text.series(), text.priority(), text.number(), text.language(), text.status(),
                text.title(), text.day(), text.source(), label.representation(), text.version());
    }
}
