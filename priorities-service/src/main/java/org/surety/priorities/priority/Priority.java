package org.surety.priorities.priority;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.surety.contracts.PriorityCode;

/** One of the five priorities of the coalition. It exists from the first migration on and for good; only its wording changes. */
@Entity
@Table(name = "priority")
class Priority {

    @Id
    @Enumerated(EnumType.STRING)
    @Column(name = "id")
    private PriorityCode code;

    @Version
    private long version;

    private String title;

    private String description;

    @Column(name = "audience_id", updatable = false)
    private int audience;

    protected Priority() {
    }

    /** Takes the new wording; answers what changed, nothing when it says what was known. */
    List<String> amend(PriorityDescription wording) {
        List<String> changed = new ArrayList<>();
        if (!title.equals(wording.title())) {
            title = wording.title();
            changed.add("title");
        }
        if (!Objects.equals(description, wording.description())) {
            description = wording.description();
            changed.add("description");
        }
        return changed;
    }

    PriorityCode code() {
        return code;
    }

    long version() {
        return version;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }
}
