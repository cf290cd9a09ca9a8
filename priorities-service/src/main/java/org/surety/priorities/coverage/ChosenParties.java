package org.surety.priorities.coverage;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.Series;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;
import org.surety.kit.problem.Violations;
import org.surety.priorities.party.KnownParties;
import org.surety.priorities.party.PartyGroups;

/** Without which parties coverage is asked: by their codes, or by the groups to which they belong. */
@ApplicationScoped
class ChosenParties {

    private static final String GIVING = "select party from coverage_part where series = ? union select lead from coverage_part where series = ?";

    private static final Pattern PARTY = Pattern.compile("[A-Z]{3}");

    private final KnownParties parties;
    private final PartyGroups groups;
    private final Database database;

    ChosenParties(KnownParties parties, PartyGroups groups, Database database) {
        this.parties = parties;
        this.groups = groups;
        this.database = database;
    }

    /**
     * What was chosen, as it was asked.
     *
     * @param leftOut the parties to be left out. Not to be shown: of some the viewer may not even know that they give something
     */
    record Choice(Set<String> leftOut, List<String> with, List<String> without) {
    }

    /**
     * The parties to be left out.
     *
     * @param with parties and groups, one or with commas each: all others are left out; empty: not asked for
     * @param without those to be left out, likewise
     * @param question of a group those count that belong to it on its day, as it was known then
     * @throws org.surety.kit.problem.InvalidRequest when both are asked for, or one is no party of the series and no group
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Choice choose(Series series, List<String> with, List<String> without, CoverageQuestion question) {
        new Violations().check(with.isEmpty() || without.isEmpty(), "with", "must not be joined with without").refuse();
        if (with.isEmpty()) {
            Set<String> leftOut = codes(series, without, "without", question);
            return new Choice(leftOut, List.of(), List.copyOf(leftOut));
        }
        Set<String> left = codes(series, with, "with", question);
        // Whoever asks: a party of which they see nothing may be what something waits for that they see.
        Set<String> giving = SystemViewer.transaction(() -> database.call(connection -> new HashSet<>(
                Database.list(connection, GIVING, row -> row.getString(1), series.name(), series.name()))));
        giving.removeAll(left);
        return new Choice(giving, List.copyOf(left), List.of());
    }

    private Set<String> codes(Series series, List<String> named, String field, CoverageQuestion question) {
        Map<Boolean, List<String>> parts = named.stream().flatMap(one -> Arrays.stream(one.split(",")))
                .collect(Collectors.partitioningBy(one -> PARTY.matcher(one).matches()));
        parties.require(parts.get(true), series, field);
        Set<String> codes = new TreeSet<>(parts.get(true));
        Violations violations = new Violations();
        for (String group : parts.get(false)) {
            Optional<Set<String>> members = groups.members(group, question.asOf(), question.knownAt());
            violations.check(members.isPresent(), field, "must name parties by their codes or party groups by their ids");
            members.ifPresent(codes::addAll);
        }
        violations.refuse();
        return codes;
    }
}
