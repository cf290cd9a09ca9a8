package org.surety.priorities.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.surety.contracts.ScenarioState.Step;
import org.surety.contracts.Series;

/** A what-if. It is drawn up, redrawn as often as its owner likes, and deleted: it says nothing that anybody has done. */
@Entity
@Table(name = "scenario")
class Scenario {

    @Id
    private UUID id;

    @Version
    private long version = 1;

    /** Given by the database with the row; null until it is read again. */
    @Column(insertable = false, updatable = false)
    private Long number;

    private String party;

    @Enumerated(EnumType.STRING)
    private Series series;

    private String title;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Step> steps;

    @Column(name = "audience_id")
    private int audience;

    protected Scenario() {
    }

    /** Draws up what {@link ScenarioDescription#check} has let pass. */
    static Scenario draw(String party, Series series, ScenarioDescription said, int audience) {
        Scenario scenario = new Scenario();
        scenario.id = UUID.randomUUID();
        scenario.party = party;
        scenario.series = series;
        scenario.take(said, audience);
        return scenario;
    }

    /** Takes the new description; answers what changed, nothing when it says what was known. */
    List<String> redraw(ScenarioDescription said, int newAudience) {
        List<String> changed = new ArrayList<>();
        note(changed, "title", title, said.title());
        note(changed, "steps", steps, said.steps());
        note(changed, "label", audience, newAudience);
        if (!changed.isEmpty()) {
            take(said, newAudience);
        }
        return changed;
    }

    private static void note(List<String> changed, String field, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            changed.add(field);
        }
    }

    private void take(ScenarioDescription said, int newAudience) {
        title = said.title();
        steps = List.copyOf(said.steps());
        audience = newAudience;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    Long number() {
        return number;
    }

    String party() {
        return party;
    }

    Series series() {
        return series;
    }

    String title() {
        return title;
    }

    List<Step> steps() {
        return steps;
    }

    int audience() {
        return audience;
    }
}
