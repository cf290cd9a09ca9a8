package org.surety.commitments.instrument;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.commitments.commitment.ActRules;
import org.surety.contracts.BindingForm;
import org.surety.contracts.InstrumentKind;
import org.surety.contracts.Series;
import org.surety.contracts.Source;
import org.surety.kit.label.Label;
import org.surety.kit.problem.InvalidRequest;
import org.surety.kit.problem.Violations;

/**
 * What PUT replaces of an instrument.
 *
 * @param binding how it binds who joins it; stays as it is once somebody has
 * @param place where it was adopted; may be absent
 * @param gathering at which it was adopted; that it exists is not checked, it belongs to delegation-service
 * @param adoptedOn the day on which it was adopted as a whole, where a source says so without naming who did
 * @param sources addresses or citations; absent means none
 */
record InstrumentDescription(InstrumentKind kind, @Schema(description = ActRules.NO_NAMES) String title, BindingForm binding,
        @Schema(description = ActRules.NO_NAMES) String place, UUID gathering, LocalDate adoptedOn,
        @Schema(description = ActRules.NO_NAMES) List<Source> sources, Label.Representation label) {

    static final int MAX_TITLE = 300;
    static final int MAX_PLACE = 200;

    InstrumentDescription {
        sources = sources == null ? List.of() : sources;
    }

    void check(Series series, LocalDate today) {
        if (label == null) {
            throw new InvalidRequest("label", "must be stated");
        }
        new Violations().check(kind != null, "kind", "must be stated").text(title, "title", MAX_TITLE)
                .check(binding != null, "binding", "must be stated").optionalText(place, "place", MAX_PLACE)
                .check(place == null || !place.isBlank(), "place", "must not be blank")
                .check(adoptedOn == null || !sources.isEmpty(), "adoptedOn", "needs a source")
                .check(adoptedOn == null || series == Series.EXERCISE || !adoptedOn.isAfter(today), "adoptedOn",
                        "must not be in the future")
                .sources(sources, "sources").refuse();
    }

    /** The names of the fields in which the other one differs; of the label the record judges, which knows whose it is. */
    List<String> differences(InstrumentDescription other) {
        List<String> changed = new ArrayList<>();
        note(changed, "kind", kind, other.kind);
        note(changed, "title", title, other.title);
        note(changed, "binding", binding, other.binding);
        note(changed, "place", place, other.place);
        note(changed, "gathering", gathering, other.gathering);
        note(changed, "adoptedOn", adoptedOn, other.adoptedOn);
        note(changed, "sources", sources, other.sources);
        return changed;
    }

    private static void note(List<String> changed, String field, Object here, Object there) {
        if (!Objects.equals(here, there)) {
            changed.add(field);
        }
    }
}
