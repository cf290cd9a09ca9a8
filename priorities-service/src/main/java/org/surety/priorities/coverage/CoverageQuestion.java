package org.surety.priorities.coverage;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.surety.contracts.SituationKind;
import org.surety.kit.problem.Violations;
import org.surety.priorities.situation.SituationInForce;

/**
 * Of which day coverage is asked, and what is taken as given.
 *
 * @param assumed kinds of situations that are to be taken for determined
 */
record CoverageQuestion(LocalDate asOf, List<SituationKind> assumed) {

    /** As far as requirements reach; other years are slips of the pen. */
    static final LocalDate EARLIEST = LocalDate.of(1945, 1, 1);
    static final LocalDate LATEST = LocalDate.of(2125, 12, 31);

    /**
     * @param assume kinds of situations, one or with commas each
     * @throws org.surety.kit.problem.InvalidRequest when the day is out of reach, or what is assumed is no situation
     */
    static CoverageQuestion of(LocalDate asOf, List<String> assume) {
        List<String> assumed = assume.stream().flatMap(one -> Arrays.stream(one.split(","))).toList();
        List<String> situations = Arrays.stream(SituationKind.values()).map(Enum::name).toList();
        new Violations()
                .check(isInReach(asOf), "asOf", "must be from " + EARLIEST + " to " + LATEST)
                .check(situations.containsAll(assumed), "assume", "must be among " + situations).refuse();
        return new CoverageQuestion(asOf, assumed.stream().map(SituationKind::valueOf).distinct().sorted().toList());
    }

    static boolean isInReach(LocalDate day) {
        return !day.isBefore(EARLIEST) && !day.isAfter(LATEST);
    }

    /** The kinds of situations that wake what sleeps: these, and what is assumed. */
    Set<String> inForce(List<SituationInForce> declared) {
        return Stream.concat(declared.stream().map(SituationInForce::kind), assumed.stream()).map(Enum::name)
                .collect(Collectors.toSet());
    }
}
