package org.surety.priorities.coverage;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.surety.contracts.Series;
import org.surety.kit.label.SystemViewer;
import org.surety.kit.log.Database;
import org.surety.kit.problem.Violations;
import org.surety.priorities.party.KnownParties;

/** Without which parties coverage is asked. */
@ApplicationScoped
class ChosenParties {

    private static final String GIVING = "select party from coverage_part where series = ? union select lead from coverage_part where series = ?";

    private final KnownParties parties;
    private final Database database;

    ChosenParties(KnownParties parties, Database database) {
        this.parties = parties;
        this.database = database;
    }

    /**
     * The parties to be left out.
     *
     * @param with parties, one or with commas each: all others are left out; empty: not asked for
     * @param without those to be left out, likewise
     * @throws org.surety.kit.problem.InvalidRequest when both are asked for, or one is no party of the series
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Set<String> without(Series series, List<String> with, List<String> without) {
        new Violations().check(with.isEmpty() || without.isEmpty(), "with", "must not be joined with without").refuse();
        if (with.isEmpty()) {
            return codes(series, without, "without");
        }
        Set<String> left = codes(series, with, "with");
        // Whoever asks: a party of which they see nothing may be what something waits for that they see.
        Set<String> giving = SystemViewer.transaction(() -> database.call(connection -> new HashSet<>(
                Database.list(connection, GIVING, row -> row.getString(1), series.name(), series.name()))));
        giving.removeAll(left);
        return giving;
    }

    private Set<String> codes(Series series, List<String> named, String field) {
        Set<String> codes = named.stream().flatMap(one -> Arrays.stream(one.split(","))).collect(Collectors.toSet());
        parties.require(codes, series, field);
        return codes;
    }
}
