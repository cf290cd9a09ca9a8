package org.surety.delegations.gathering;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.surety.contracts.Series;
import org.surety.contracts.Source;
import org.surety.kit.label.Label;
import org.surety.kit.label.Release;
import org.surety.kit.problem.Violations;

/**
 * What is said of a gathering when it is planned and whenever it is amended.
 *
 * @param series may be left out: it is the host's
 * @param endsOn the last day; without it the first day is also the last
 * @param status left out: as it stands, PLANNED for a new one. It is cancelled by an act alone
 * @param outcomes the instruments that came out of it, by id; that they exist is not checked, they belong to commitments-service
 * @param label PUBLIC when left out; on amending it is not read: a label is changed by an act
 */
record GatheringDescription(Series series,
        @Schema(description = "Do not write the name of a person: it could not be erased here. Refer to persons by id.") String title,
        @Schema(description = "Do not write the name of a person: it could not be erased here. Refer to persons by id.") String place,
        String host, List<String> coChairs, LocalDate startsOn,
        LocalDate endsOn,
        @Schema(description = "Do not write the name of a person: it could not be erased here. Refer to persons by id.") String agenda,
        Gathering.Status status,
        @Schema(description = "Cite the document; of a person write the post, not the name: it could not be erased here.") List<Source> sources,
        List<UUID> outcomes, Label.Representation label) {

    private static final int MAX_CO_CHAIRS = 20;
    private static final int MAX_AGENDA = 10_000;
    private static final int MAX_OUTCOMES = 50;

    GatheringDescription {
        coChairs = coChairs == null ? List.of() : coChairs;
        sources = sources == null ? List.of() : sources;
        outcomes = outcomes == null ? List.of() : outcomes;
        label = label == null ? new Label.Representation(Release.PUBLIC, null) : label;
    }

    LocalDate lastDay() {
        return endsOn == null ? startsOn : endsOn;
    }

    void check() {
        new Violations()
                .text(title, "title", 300)
                .optionalText(place, "place", 200)
                .text(host, "host", 12)
                .optionalText(agenda, "agenda", MAX_AGENDA)
                .check(startsOn != null, "startsOn", "must be stated")
                .check(startsOn == null || !lastDay().isBefore(startsOn), "endsOn", "must not be before startsOn")
                .check(coChairs.size() <= MAX_CO_CHAIRS, "coChairs", "must be at most " + MAX_CO_CHAIRS)
                .check(new HashSet<>(coChairs).size() == coChairs.size(), "coChairs", "must not name a party twice")
                .check(series == null || host == null || series == Series.ofParty(host), "series", "must be the series of the host")
                .check(host == null || coChairs.stream().allMatch(c -> c != null && Series.ofParty(c) == Series.ofParty(host)),
                        "coChairs",
                        "must be of the series of the host")
                .check(outcomes.size() <= MAX_OUTCOMES, "outcomes", "must be at most " + MAX_OUTCOMES)
                .check(outcomes.stream().noneMatch(Objects::isNull), "outcomes", "must be ids of instruments")
                .check(new HashSet<>(outcomes).size() == outcomes.size(), "outcomes", "must not name an instrument twice")
                .sources(sources, "sources")
                .refuse();
    }
}
