package org.surety.priorities.text;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.surety.contracts.PriorityCode;
import org.surety.contracts.Series;
import org.surety.contracts.TextStatus;

/** A version of the text of a priority in one language. Once recorded it stays as it is; what comes after it has another number. */
@Entity
@Table(name = "priority_text")
class TextVersion {

    @Id
    private UUID id;

    @Version
    private long version = 1;

    @Enumerated(EnumType.STRING)
    private Series series;

    @Enumerated(EnumType.STRING)
    private PriorityCode priority;

    private int number;

    private String language;

    @Enumerated(EnumType.STRING)
    private TextStatus status;

    private String title;

    private LocalDate day;

    private String source;

    @Column(name = "audience_id")
    private int audience;

    protected TextVersion() {
    }

    /** Records what {@link TextRecording#check} has let pass. */
    static TextVersion record(PriorityCode priority, TextRecording said, int audience) {
        TextVersion text = new TextVersion();
        text.id = UUID.randomUUID();
        text.series = said.series();
        text.priority = priority;
        text.number = said.number();
        text.language = said.language();
        text.status = said.status();
        text.title = said.title();
        text.day = said.day();
        text.source = said.source();
        text.audience = audience;
        return text;
    }

    /** Whether the other one, of the same number and language, says nothing else. */
    boolean says(TextVersion other) {
        return status == other.status && title.equals(other.title) && day.equals(other.day) && source.equals(other.source)
                && audience == other.audience;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    Series series() {
        return series;
    }

    PriorityCode priority() {
        return priority;
    }

    int number() {
        return number;
    }

    String language() {
        return language;
    }

    TextStatus status() {
        return status;
    }

    String title() {
        return title;
    }

    LocalDate day() {
        return day;
    }

    String source() {
        return source;
    }

    int audience() {
        return audience;
    }
}
