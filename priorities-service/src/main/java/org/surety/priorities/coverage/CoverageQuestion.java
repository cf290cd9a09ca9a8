package org.surety.priorities.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.surety.contracts.SituationKind;
import org.surety.kit.problem.Violations;
import org.surety.priorities.situation.SituationInForce;
import org.surety.priorities.stating.Days;

/**
 * Of which day coverage is asked, and what is taken as given.
 *
 * @param knownAt as it was known at this instant; null: as it is
 * @param assumed kinds of situations that are to be taken for determined
 */
record CoverageQuestion(LocalDate asOf, Instant knownAt, List<SituationKind> assumed) {

    /**
     * @param assume kinds of situations, one or with commas each
     * @throws org.surety.kit.problem.InvalidRequest when the day is out of reach, or what is assumed is no situation
     */
    static CoverageQuestion of(LocalDate asOf, Instant knownAt, List<String> assume) {
        List<String> assumed = assume.stream().flatMap(one -> Arrays.stream(one.split(","))).toList();
        List<String> situations = Arrays.stream(SituationKind.values()).map(Enum::name).toList();
        Days.check(new Violations(), asOf, "asOf").check(situations.containsAll(assumed), "assume", "must be among " + situations)
                .refuse();
        return new CoverageQuestion(asOf, knownAt, assumed.stream().map(SituationKind::valueOf).distinct().sorted().toList());
    }

    /** The kinds of situations that wake what sleeps: these, and what is assumed. */
    Set<String> inForce(List<SituationInForce> declared) {
        return Stream.concat(declared.stream().map(SituationInForce::kind), assumed.stream()).map(Enum::name)
                .collect(Collectors.toSet());
    }
}
